"""Whom the statements and the pyramid are owed to: forms, pages and sheets all say it so."""

STANDARDS = (
    "The standards are in the style of the Pillars of Peer Support (Daniels et al. 2010), adapted "
    "for the UK; not their wording."
)
PYRAMID = "After figure 1 of Basset and others (2010), with thanks to the Rochdale WRAP group."
