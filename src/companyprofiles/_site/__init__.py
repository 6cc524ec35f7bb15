"""A site of companies for people without a project of their own: built, watched and served."""
