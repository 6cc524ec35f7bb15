"""Facts about Alibaba Group, as data files in ``data/``; companyprofiles reads them."""
