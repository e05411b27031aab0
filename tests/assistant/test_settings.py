from pathlib import Path

import pytest

from assistant.errors import SettingsError, SettingsFileError, UnknownSettingError
from assistant.settings import ENVIRONMENT, FILE_NAME, LoadedSettings, load_settings, save_setting, setting_names


def origin_of(loaded: LoadedSettings, name: str) -> str:
    return next(origin.origin for origin in loaded.origins if origin.name == name)


def test_defaults_listen_on_loopback_without_language_model(tmp_path: Path) -> None:
    loaded = load_settings(tmp_path, environment={})
    assert (loaded.values.server.host, loaded.values.server.port) == ("127.0.0.1", 7860)
    assert loaded.values.llm.model is None
    assert {origin.origin for origin in loaded.origins} == {"default"}


def test_flag_beats_environment_beats_file(tmp_path: Path) -> None:
    save_setting(tmp_path, "server.port", "7001")
    environment = {"ASSISTANT_PORT": "7002"}
    assert load_settings(tmp_path, environment={}).values.server.port == 7001
    from_environment = load_settings(tmp_path, environment=environment)
    assert (from_environment.values.server.port, origin_of(from_environment, "server.port")) == (7002, "environment")
    from_flag = load_settings(tmp_path, environment=environment, flags={"server.port": 7003})
    assert (from_flag.values.server.port, origin_of(from_flag, "server.port")) == (7003, "flag")


def test_empty_environment_variable_counts_as_unset(tmp_path: Path) -> None:
    assert load_settings(tmp_path, environment={"CHROMA_URL": ""}).values.store.chroma_url is None


def test_every_environment_variable_names_a_real_setting() -> None:
    assert set(ENVIRONMENT.values()) <= set(setting_names())


def test_unknown_name_in_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('[server]\nprot = "7001"\n', encoding="utf-8")
    with pytest.raises(UnknownSettingError, match=r"server\.prot"):
        load_settings(tmp_path, environment={})


def test_wrong_value_names_setting_value_and_origin(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="bad_setting") as caught:
        load_settings(tmp_path, environment={"ASSISTANT_PORT": "abc"})
    assert (caught.value.details["name"], caught.value.details["value"]) == ("server.port", "abc")
    assert caught.value.details["origin"] == "environment"


def test_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("[server\n", encoding="utf-8")
    with pytest.raises(SettingsFileError, match=FILE_NAME):
        load_settings(tmp_path, environment={})


def test_refused_value_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    save_setting(tmp_path, "server.port", "7001")
    with pytest.raises(SettingsError, match=r"server\.port"):
        save_setting(tmp_path, "server.port", "0")
    assert load_settings(tmp_path, environment={}).values.server.port == 7001


def test_empty_value_returns_a_setting_to_its_default(tmp_path: Path) -> None:
    save_setting(tmp_path, "server.port", "7001")
    assert save_setting(tmp_path, "server.port", "").values.server.port == 7860


@pytest.mark.parametrize("value", ['a "quoted" \\ path', "C:\\mô hình\\e5", "hai\ndòng"])
def test_values_with_odd_characters_survive_the_file(tmp_path: Path, value: str) -> None:
    assert save_setting(tmp_path, "embedding.model", value).values.embedding.model == value


def test_key_is_never_shown_and_file_is_private(tmp_path: Path) -> None:
    loaded = save_setting(tmp_path, "llm.api_key", "sk-bi-mat")
    assert "sk-bi-mat" not in repr(loaded)
    assert next(origin.value for origin in loaded.origins if origin.name == "llm.api_key") == "********"
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o077 == 0
