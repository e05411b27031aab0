"""Errors of the assistant; extends the tree of ingest.errors.

AssistantError
├── SettingsError              a setting has a wrong value
│   ├── UnknownSettingError    no such setting
│   └── SettingsFileError      settings.toml cannot be read
├── EmptyQuestionError         nothing to search for
├── LlmError                   the language model could not answer
│   ├── LlmUnavailableError    no connection, time-out, 5xx
│   └── LlmOutputError         it answered, but with nothing usable
├── RerankerUnavailableError   the cross-encoder of the settings cannot be loaded
├── UnknownConversationError   no such conversation
├── UnknownCheckError          no such checked draft
├── SecretDraftError           a draft with the stamp of a state secret
├── CheckUnreadableError       a checked draft was kept by another version
├── UnknownDraftError          no such draft of a report, or not that version of it
├── DraftChangedError          the draft was changed elsewhere meanwhile
├── DraftUnreadableError       a kept draft cannot be read
├── UnknownDraftPartError      no such section, sentence or fact in a draft
├── UnknownOfficeFormError     no such Word form of an office
├── FolderRefusedError         a folder that cannot be followed
├── QuestionFileError          a file of evaluation questions cannot be used
├── UnknownProfileError        no such form of Word files
├── BadProfileError            the file of a form has a mistake
├── WordTemplateError          an office's own .docx that is not filled
├── ReportError                a report cannot be drafted
│   ├── UnknownTemplateError   no such outline
│   ├── TemplateFileError      an outline or the dictionary of indicators has a mistake
│   ├── BadPeriodError         not a period
│   └── UnknownSectionError    the outline has no such section
└── MissingExtraError          an optional package is not installed
"""

from ingest.errors import TrolyError


class AssistantError(TrolyError):
    """Something about a question, a setting or the language model."""

    code = "assistant_error"


class SettingsError(AssistantError):
    """Details: name, value, origin, problem."""

    code = "bad_setting"
    hint = "python app.py config show lists every setting and where its value comes from"


class UnknownSettingError(SettingsError):
    """Details: name, origin."""

    code = "unknown_setting"


class SettingsFileError(SettingsError):
    """Details: path, problem."""

    code = "settings_file"


class EmptyQuestionError(AssistantError):
    """The question has no letters or digits."""

    code = "empty_question"


class LlmError(AssistantError):
    """Details: model, problem."""

    code = "llm_error"


class LlmUnavailableError(LlmError):
    """No connection, time-out, rate limit or server error; details: model, problem."""

    code = "llm_unavailable"
    retryable = True
    hint = "check ASSISTANT_LLM and that the server runs"


class LlmOutputError(LlmError):
    """The model answered with nothing usable; details: model, problem."""

    code = "llm_output"


class MissingExtraError(AssistantError):
    """Details: feature, command."""

    code = "missing_extra"
    hint = "install the extra named in the message"


class UnknownConversationError(AssistantError):
    """Details: conversation_id."""

    code = "unknown_conversation"


class UnknownCheckError(AssistantError):
    """Details: check_id."""

    code = "unknown_check"


class SecretDraftError(AssistantError):
    """A text to be checked carries what is, or may be, the stamp of a state secret; details: mark, page.

    Nothing of it is kept, not even that it was there.
    """

    code = "secret_draft"


class CheckUnreadableError(AssistantError):
    """Details: problem (how many values are not as expected)."""

    code = "check_unreadable"


class UnknownDraftError(AssistantError):
    """Details: draft_id, and version where one was asked for."""

    code = "unknown_draft"


class DraftChangedError(AssistantError):
    """Somebody saved it since it was read; details: draft_id."""

    code = "draft_changed"
    retryable = True


class DraftUnreadableError(AssistantError):
    """Details: problem."""

    code = "draft_unreadable"


class UnknownDraftPartError(AssistantError):
    """Details: part (section, paragraph, sentence, fact)."""

    code = "unknown_draft_part"


class UnknownOfficeFormError(AssistantError):
    """Details: form_id."""

    code = "unknown_office_form"


class FolderRefusedError(AssistantError):
    """Details: path, problem (not_a_folder, own_data, overlaps)."""

    code = "folder_refused"
    hint = "name a folder of documents outside the data folder and outside the folders that are followed"


class QuestionFileError(AssistantError):
    """Details: path, line (0 for the whole file), problem."""

    code = "question_file"
    hint = "one JSON object a line with id, question, and either key_facts and source or passage_id and answers"


class RerankerUnavailableError(AssistantError):
    """Details: model, problem."""

    code = "reranker_unavailable"
    hint = "check the model folder, or choose the bundled one: python app.py config set retrieval.reranker bundled"


class UnknownProfileError(AssistantError):
    """Details: name, known."""

    code = "unknown_profile"
    hint = "choose one of the known profiles"


class BadProfileError(AssistantError):
    """Details: path, line, field, problem (of messages_vi.problems.FORM_PROBLEMS or the checker's words), blank."""

    code = "bad_profile"
    hint = "mend the line named, or delete the file to use the profile that comes along"


class WordTemplateError(AssistantError):
    """Details: problem (a key of messages_vi.problems.FORM_PROBLEMS), where."""

    code = "word_template"
    hint = "save the file in Word as a plain .docx without links to other files"


class ReportError(AssistantError):
    """A report cannot be drafted as it was asked for."""

    code = "report_error"


class UnknownTemplateError(ReportError):
    """Details: template, known; where its file was refused also path, line, problem."""

    code = "unknown_template"
    hint = "python app.py draft --list names the outlines"


class TemplateFileError(ReportError):
    """Details: path, line, problem."""

    code = "template_file"
    hint = "mend the file at the line named"


class BadPeriodError(ReportError):
    """Details: period."""

    code = "bad_period"
    hint = "write it as 2020, 2023-H1, 2023-Q2, 2023-06 or 2016/2020, or in words"


class UnknownSectionError(ReportError):
    """Details: section, template."""

    code = "unknown_section"
