"""The catalogue: every worksheet function, in reading order."""
from cpc_functions.cost import *
