"""The sections of a company's page, registered as any plugin's are."""
