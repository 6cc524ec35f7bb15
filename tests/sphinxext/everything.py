"""A document in Markdown that shows all that the extension can."""

EVERYTHING = """
# Everything

{company:company}`acme` {company:entity}`acme/anvil` {company:statement}`acme/anvil-10t`
{company:source}`acme/gazette` {company:property}`revenue` {company:check}`CP101`
{company:exporter}`json`

It earned {company:value}`acme/revenue@FY2024` {company:cite}`p. 3 <acme/gazette>`, and
{company:value}`{value} in {period} <acme/anvil/parameters>`.

## Shown

```{company:profile} globex
:sections: identity
```

```{company:section} acme/people
```

```{company:timeline} acme globex
```

```{company:table} acme/revenue
```

```{company:table} acme/revenue acme/anvil/parameters
```

```{company:figure} acme/revenue acme/anvil/parameters
```

```{company:graph} acme globex
```

```{company:compare} acme globex
:properties: inception revenue
```

```{company:list}
:companies: acme globex
```

```{company:list}
:companies: acme globex
:columns: revenue
```

```{company:sources}
```

```{company:sources} acme
```

## From code

```{company:properties} finance
:no-index:
```

```{company:vocabularies}
```

```{company:checks}
:no-index:
```

```{company:exporters}
:no-index:
```

```{company:hook} companyprofiles_sections
```

```{company:sections}
```

```{company:rules}
```
"""
