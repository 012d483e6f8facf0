"""Who supports what: the model of an organisation's support chain, what is wrong with it, and its charts on paper."""

__version__ = "0.1.0"
