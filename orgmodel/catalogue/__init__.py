"""What ships with the program: reference matrices, questionnaires and templates, each read when first asked for."""

from orgmodel.catalogue.matrices import ReferenceMatrix, matrices, matrix, rows_from_matrix
from orgmodel.catalogue.questionnaires import questionnaire, questionnaires
from orgmodel.catalogue.templates import Template, template, templates

__all__ = [
    "ReferenceMatrix",
    "Template",
    "matrices",
    "matrix",
    "questionnaire",
    "questionnaires",
    "rows_from_matrix",
    "template",
    "templates",
]
