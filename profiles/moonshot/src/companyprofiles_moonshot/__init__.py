"""Facts about Moonshot AI, as data files in ``data/``; companyprofiles reads them."""
