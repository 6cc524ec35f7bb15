"""The properties of AI models; the subject is a product, one model or a series of them."""

from __future__ import annotations

from companyprofiles import (
    EntityId,
    LanguageMap,
    Money,
    Property,
    Quantity,
    Text,
    Time,
    Topic,
)

__all__ = [
    "ACTIVE_PARAMETERS",
    "ARCHITECTURE",
    "BASE_MODEL",
    "BENCHMARK_SCORE",
    "CONTEXT_LENGTH",
    "INPUT_MODALITY",
    "OUTPUT_MODALITY",
    "PARAMETERS",
    "PROPERTIES",
    "TOKEN_PRICE",
    "TRAINING_TOKENS",
    "WEIGHTS_LICENCE",
]

OF_A_SERIES = ("model",)
"""What every figure of a series may name: the one of its models that it is of."""

PARAMETERS = Property(
    "parameters",
    Quantity,
    label={"en": "Parameters", "zh": "参数量"},
    description={
        "en": "How many parameters the model has; of a series, its largest model up to then.",
        "zh": "模型的参数数量；对系列而言，指截至当时最大的模型。",
    },
    topic=Topic.PRODUCTS,
    time=Time.INSTANT,
    single=True,
    rising=True,
    unit="parameters",
    dimensions=OF_A_SERIES,
)
"""How many parameters the model has; of a series, its largest model up to then."""

ACTIVE_PARAMETERS = Property(
    "active_parameters",
    Quantity,
    label={"en": "Active parameters", "zh": "激活参数量"},
    description={
        "en": "How many of its parameters a sparse model uses for each token.",
        "zh": "稀疏模型处理每个词元时所用的参数数量。",
    },
    topic=Topic.PRODUCTS,
    time=Time.INSTANT,
    single=True,
    unit="parameters",
    dimensions=OF_A_SERIES,
)
"""How many of its parameters a sparse model uses for each token."""

TRAINING_TOKENS = Property(
    "training_tokens",
    Quantity,
    label={"en": "Training tokens", "zh": "训练词元数"},
    description={
        "en": "How many tokens the model was trained on, at which stage.",
        "zh": "模型训练所用的词元数量及阶段。",
    },
    topic=Topic.PRODUCTS,
    time=Time.INSTANT,
    single=True,
    unit="tokens",
    dimensions=(*OF_A_SERIES, "stage"),
)
"""How many tokens the model was trained on, at which stage."""

CONTEXT_LENGTH = Property(
    "context_length",
    Quantity,
    label={"en": "Context length", "zh": "上下文长度"},
    description={
        "en": "How many tokens the model handles at once; the kind says which, such as output.",
        "zh": "模型一次可处理的词元数量；类别注明输入、输出或扩展方式。",
    },
    topic=Topic.PRODUCTS,
    time=Time.INSTANT,
    single=True,
    unit="tokens",
    dimensions=(*OF_A_SERIES, "kind"),
)
"""How many tokens the model handles at once; the kind says which, such as output."""

INPUT_MODALITY = Property(
    "input_modality",
    LanguageMap,
    label={"en": "Takes", "zh": "输入模态"},
    description={
        "en": "What the model takes, such as text or images.",
        "zh": "模型接受的输入，如文本或图像。",
    },
    topic=Topic.PRODUCTS,
    dimensions=OF_A_SERIES,
)
"""What the model takes, such as text or images."""

OUTPUT_MODALITY = Property(
    "output_modality",
    LanguageMap,
    label={"en": "Gives", "zh": "输出模态"},
    description={
        "en": "What the model gives back, such as text or speech.",
        "zh": "模型给出的输出，如文本或语音。",
    },
    topic=Topic.PRODUCTS,
    dimensions=OF_A_SERIES,
)
"""What the model gives back, such as text or speech."""

ARCHITECTURE = Property(
    "architecture",
    LanguageMap,
    label={"en": "Architecture", "zh": "架构"},
    description={
        "en": "How the model is built, such as a mixture of experts.",
        "zh": "模型的构成方式，如混合专家。",
    },
    topic=Topic.PRODUCTS,
    dimensions=OF_A_SERIES,
)
"""How the model is built, such as a mixture of experts."""

BASE_MODEL = Property(
    "base_model",
    EntityId,
    label={"en": "Base model", "zh": "基座模型"},
    description={"en": "Model that its training began with.", "zh": "其在之上继续训练的模型。"},
    topic=Topic.PRODUCTS,
    mappings={"schema": "isBasedOn"},
)
"""Model that its training began with."""

WEIGHTS_LICENCE = Property(
    "weights_licence",
    Text,
    label={"en": "Licence of the weights", "zh": "权重许可"},
    description={
        "en": "Licence under which its weights are published, by the name that it has.",
        "zh": "其权重发布所用许可的名称。",
    },
    topic=Topic.PRODUCTS,
    single=True,
    dimensions=OF_A_SERIES,
    mappings={"schema": "license"},
)
"""Licence under which its weights are published, by the name that it has."""

BENCHMARK_SCORE = Property(
    "benchmark_score",
    Quantity,
    label={"en": "Benchmark score", "zh": "基准测试得分"},
    description={
        "en": "What the model scored in a benchmark, by which metric and in which setting.",
        "zh": "模型在某一基准测试中的得分、指标与设置。",
    },
    topic=Topic.PRODUCTS,
    time=Time.INSTANT,
    single=True,
    dimensions=(*OF_A_SERIES, "benchmark", "metric", "setting"),
)
"""What the model scored in a benchmark, by which metric and in which setting."""

TOKEN_PRICE = Property(
    "token_price",
    Money,
    label={"en": "Token price", "zh": "词元价格"},
    description={
        "en": "Price of using the model, per million tokens in or out.",
        "zh": "模型的使用价格，按每百万输入或输出词元计。",
    },
    topic=Topic.PRODUCTS,
    single=True,
    dimensions=(*OF_A_SERIES, "direction", "plan"),
    mappings={"schema": "price"},
)
"""Price of using the model, per million tokens in or out."""

PROPERTIES = (
    PARAMETERS,
    ACTIVE_PARAMETERS,
    TRAINING_TOKENS,
    CONTEXT_LENGTH,
    INPUT_MODALITY,
    OUTPUT_MODALITY,
    ARCHITECTURE,
    BASE_MODEL,
    WEIGHTS_LICENCE,
    BENCHMARK_SCORE,
    TOKEN_PRICE,
)
"""All of them, in the order of pages."""
