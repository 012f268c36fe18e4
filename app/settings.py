"""Settings from the environment (REALPOLITIK_*). Read only by the two doors; values are passed down from there."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


def default_root() -> Path:
    """The folder with `graph_data` and `seeds`: the checkout's top, else what the wheel carries."""
    package = Path(__file__).parent
    return package.parent if (package.parent / "graph_data").is_dir() else package / "data"


class Settings(BaseSettings):
    """How the service runs. Every field is an environment variable REALPOLITIK_<NAME>."""

    model_config = SettingsConfigDict(env_prefix="REALPOLITIK_", frozen=True, extra="ignore")

    root: Path = Field(default_factory=default_root, description="folder that contains graph_data/ and seeds/")
    snapshot: Path | None = Field(None, description="folder of a built snapshot, served instead of the curated data")
    kernels: bool = Field(True, description="answer large graphs with compiled kernels, where numba is installed")
    host: str = Field("127.0.0.1", description="address to bind; other machines reach only 0.0.0.0 or a named one")
    port: int = Field(8000, ge=0, le=65535, description="TCP port")
    workers: int = Field(1, ge=1, le=64, description="worker processes")
    root_path: str = Field("", description="path prefix that a proxy in front strips, such as /graph")
    watch: bool = Field(False, description="reload when graph_data/ or seeds/ change")
    cors_origins: tuple[str, ...] = Field(("*",), description="origins that browsers may read from (JSON list)")
    public_url: str = Field("", description="base of links in answers; empty: links between pages are relative")
    max_body_bytes: int = Field(256 * 1024, ge=1024, description="largest request body")
    max_query_bytes: int = Field(8 * 1024, ge=256, description="longest query string")
    request_timeout: float = Field(20.0, gt=0, description="seconds to wait for an answer, and for its next piece")
    threads: int = Field(4, ge=1, le=256, description="long answers in the making at once, in each worker; others wait")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="least level that is logged")
    log_format: Literal["json", "text"] = Field("json", description="one JSON object a line, or text for a terminal")


def load_settings(**overrides: object) -> Settings:
    """Settings from the environment, with what the command line gave on top (None means not given)."""
    return Settings(**{name: value for name, value in overrides.items() if value is not None})  # type: ignore[arg-type]
