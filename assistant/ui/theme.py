"""The look of the application as a Gradio theme: plum on warm white, one light scheme, fonts shipped with it."""

import gradio as gr
from gradio.themes import Base
from gradio.themes.utils import sizes

PLUM = gr.themes.Color(
    c50="#fdf3f6",
    c100="#fae4ec",
    c200="#f3c6d6",
    c300="#e69ab6",
    c400="#d26690",
    c500="#b53b6c",
    c600="#9a2456",
    c700="#861a48",
    c800="#6d143b",
    c900="#55112f",
    c950="#3a0a1f",
    name="plum",
)
WARM = gr.themes.Color(
    c50="#fbf8f6",
    c100="#f5f0ed",
    c200="#e8dfdb",
    c300="#d5c8c3",
    c400="#a3938e",
    c500="#7a6a66",
    c600="#5f5150",
    c700="#473c3c",
    c800="#322a2b",
    c900="#241d1f",
    c950="#171213",
    name="warm",
)
TEXT_SIZE = sizes.Size(name="readable", xxs="14px", xs="16px", sm="16px", md="17px", lg="19px", xl="22px", xxl="27px")
"""Body text 17 px: readers are up to 60 and sit at small laptop screens."""


def build_theme() -> Base:
    """The theme; every dark value equals its light one, so that a dark system setting changes nothing."""
    theme = Base(
        primary_hue=PLUM,
        secondary_hue=PLUM,
        neutral_hue=WARM,
        text_size=TEXT_SIZE,
        spacing_size=sizes.spacing_md,
        radius_size=sizes.radius_lg,
        font=("Be Vietnam Pro", "Segoe UI", "Roboto", "Noto Sans", "sans-serif"),
        font_mono=("Consolas", "monospace"),
    ).set(
        body_background_fill="*neutral_50",
        body_text_color="*neutral_900",
        body_text_color_subdued="*neutral_600",
        background_fill_primary="white",
        background_fill_secondary="*neutral_50",
        block_background_fill="white",
        block_border_color="*neutral_200",
        block_border_width="1px",
        block_shadow="none",
        block_label_text_color="*neutral_700",
        block_label_text_weight="600",
        block_title_text_color="*neutral_800",
        block_title_text_weight="600",
        border_color_primary="*neutral_300",
        border_color_accent="*primary_600",
        color_accent="*primary_700",
        color_accent_soft="*primary_50",
        link_text_color="*primary_700",
        link_text_color_hover="*primary_800",
        input_background_fill="white",
        input_border_width="1px",
        input_border_color="*neutral_400",
        input_border_color_focus="*primary_600",
        input_placeholder_color="*neutral_500",
        input_shadow_focus="0 0 0 3px *primary_200",
        button_primary_background_fill="*primary_700",
        button_primary_background_fill_hover="*primary_800",
        button_primary_text_color="white",
        button_primary_border_color="*primary_700",
        button_secondary_background_fill="white",
        button_secondary_background_fill_hover="*primary_50",
        button_secondary_text_color="*primary_800",
        button_secondary_border_color="*neutral_400",
        button_large_text_size="*text_md",
        button_small_text_size="*text_sm",
        loader_color="*primary_700",
        stat_background_fill="*primary_200",
    )
    return _without_dark(theme)


def _without_dark(theme: Base) -> Base:
    for name in [name for name in vars(theme) if name.endswith("_dark")]:
        light = getattr(theme, name.removesuffix("_dark"), None)
        if light is not None:
            setattr(theme, name, light)
    return theme
