"""The training run: seeded, resumable, checkpointed. Prints one line of losses every 50 steps and one per epoch."""

from __future__ import annotations

import json
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from evaluation.data import held_out
from tokenizers import Tokenizer
from torch import Tensor, nn

from onrecord.model.decoding import CUE_NONE
from onrecord.model.events import POINTER
from training.data import Example, read_guide, read_guide_articles, read_marked, read_polnear
from training.marks import CLASSES, NOT_TOLD, TENSES, read_factuality, read_timeml
from training.network import Network, load_encoder, split_events
from training.windows import LONG, SHORT, Batch, LabelledWindow, batches, windows_of


@dataclass(frozen=True, slots=True)
class Options:
    """Everything that decides a run.

    encoder_rate, head_rate, event_rate: the highest learning rates of the encoder, of the cue and pair heads, and of
    the outputs on events. guide_repeats: how often an epoch shows each article annotated after the guide;
    polnear_share: how many of PolNeAR's articles it shows; marked_share: how many of the texts annotated with TimeML's
    events or certainty alone. init: weights to go on from instead of the published ones. average: the share of those in
    the final weights, which are then the mean of both (model soups, Wortsman et al. 2022). short: windows of a
    paragraph or two, as the reader packs them, and batches of `pieces`. hidden: the share of pieces that are
    read as the mask.
    """

    data: Path
    start: Path
    out: Path
    epochs: int = 6
    batch: int = 8
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    event_rate: float = 1e-3
    warmup: float = 0.06
    weight_decay: float = 0.01
    guide_repeats: int = 3
    polnear_share: float = 1.0
    marked_share: float = 1.0
    smoothing: float = 0.05
    seed: int = 1
    threads: int = 2
    checkpoint_s: int = 240
    init: str = ""
    average: float = 0.0
    short: int = 0
    pieces: int = 1100
    hidden: float = 0.0


def train(options: Options) -> Path:
    """Run to the end, from the last checkpoint if there is one; returns the path of the final weights."""
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    tokenizer = Tokenizer.from_file(str(options.start / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    polnear = read_polnear(options.data / "polnear/train.jsonl.gz", tokenizer)
    guide = read_guide(read_guide_articles(options.data), tokenizer)
    learn = [example for example in guide if not held_out(example.name)]
    marked = read_marked(read_timeml(options.data / "timeml/tbaq.jsonl.gz"), tokenizer)
    marked += read_marked(read_factuality(options.data / "factuality/uw-train.conll.gz"), tokenizer)
    checks = {
        "polnear dev": read_polnear(options.data / "polnear/dev.jsonl.gz", tokenizer),
        "guide held out": [example for example in guide if held_out(example.name)],
    }
    lessons = Lessons(polnear, learn, marked)
    network = Network(load_encoder(options.start))
    if options.init:
        # Weights made before an output was added lack it: it starts afresh.
        network.load_state_dict(torch.load(options.init, weights_only=True), strict=False)
    optimizer, schedule = _optimizer(network, options, _steps_of(lessons, options))
    return _run(network, optimizer, schedule, lessons, checks, options)


@dataclass(frozen=True, slots=True)
class Lessons:
    """What a run learns from: PolNeAR, articles annotated after the guide, and texts of which only events are."""

    polnear: Sequence[Example]
    guide: Sequence[Example]
    marked: Sequence[Example]


def _steps_of(lessons: Lessons, options: Options) -> int:
    """An upper estimate of all steps: packing varies from epoch to epoch, the last rates are near zero anyway."""
    first = _epoch_windows(lessons, options, 0)
    if not options.short:
        return math.ceil(len(first) / options.batch) * options.epochs
    return sum(1 for _ in _batches(first, options, None)) * options.epochs


def _batches(windows: Sequence[LabelledWindow], options: Options, rng: random.Random | None) -> Iterator[Batch]:
    return batches(windows, size=options.batch, rng=rng, pieces=options.pieces if options.short else 0)


def _epoch_windows(lessons: Lessons, options: Options, epoch: int) -> list[LabelledWindow]:
    rng = random.Random(f"{options.seed}/{epoch}")
    sizes = SHORT if options.short else LONG
    marked = rng.sample(list(lessons.marked), round(options.marked_share * len(lessons.marked)))
    polnear = lessons.polnear
    if options.polnear_share < 1:
        polnear = rng.sample(list(polnear), round(options.polnear_share * len(polnear)))
    windows = list(windows_of([*polnear, *marked], rng=rng, sizes=sizes, hidden=options.hidden))
    for _ in range(options.guide_repeats):
        windows += windows_of(lessons.guide, rng=rng, sizes=sizes, hidden=options.hidden)
    rng.shuffle(windows)
    return windows


def _optimizer(
    network: Network, options: Options, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if "word_embeddings" in name:
            # Words that the training data lacks must keep their neighbourhood.
            parameter.requires_grad_(False)
            continue
        rate = options.encoder_rate if name.startswith("encoder.bert") else options.head_rate
        if name.startswith(("encoder.events", "aux")):
            rate = options.event_rate
        decay = options.weight_decay if parameter.ndim > 1 else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    optimizer = torch.optim.AdamW(
        [{"params": found, "lr": rate, "weight_decay": decay} for (rate, decay), found in groups.items()]
    )
    warm = max(1, int(options.warmup * steps))

    def factor(step: int) -> float:
        return min(1.0, step / warm, max(0.0, (steps - step) / max(1, steps - warm)))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, factor)


def _run(
    network: Network,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    lessons: Lessons,
    checks: dict[str, list[Example]],
    options: Options,
) -> Path:
    options.out.mkdir(parents=True, exist_ok=True)
    checkpoint = options.out / "checkpoint.pt"
    epoch, done = 0, 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=False)
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        epoch, done = saved["epoch"], saved["done"]
        print(f"resumed at epoch {epoch}, step {done}", flush=True)
    saved_at = started = time.monotonic()
    for current in range(epoch, options.epochs):
        windows = _epoch_windows(lessons, options, current)
        rng = random.Random(f"{options.seed}/{current}/order")
        network.train()
        shown: list[dict[str, float]] = []
        for step, batch in enumerate(_batches(windows, options, rng)):
            if current == epoch and step < done:
                continue
            losses = _step(network, batch, optimizer, options)
            schedule.step()
            shown.append(losses)
            if len(shown) == 50:
                _tell(f"epoch {current} step {step + 1}", shown, time.monotonic() - started)
                shown = []
            if time.monotonic() - saved_at > options.checkpoint_s:
                _save(checkpoint, network, optimizer, schedule, current, step + 1)
                saved_at = time.monotonic()
        _save(checkpoint, network, optimizer, schedule, current + 1, 0)
        torch.save(network.state_dict(), options.out / f"epoch-{current + 1}.pt")  # for a mean of several
        for name, examples in checks.items():
            _tell(f"epoch {current} {name}", _check(network, examples, options), time.monotonic() - started)
    final = options.out / "final.pt"
    torch.save(_averaged(network.state_dict(), options), final)
    settings = {key: str(value) if isinstance(value, Path) else value for key, value in asdict(options).items()}
    (options.out / "options.json").write_text(json.dumps(settings, indent=1), encoding="utf-8")
    return final


def _averaged(weights: dict[str, Tensor], options: Options) -> dict[str, Tensor]:
    if not (options.init and options.average):
        return weights
    first = torch.load(options.init, weights_only=True)
    return mean_of([(1 - options.average, weights), (options.average, first)])


def mean_of(runs: Sequence[tuple[float, dict[str, Tensor]]]) -> dict[str, Tensor]:
    """The mean of weights by their shares; the first run tells which there are and their shapes."""
    mean = {}
    for name, first in runs[0][1].items():
        told = [(share, weights[name]) for share, weights in runs if name in weights]
        fitting = [(share, weight) for share, weight in told if weight.shape == first.shape]
        total = sum(share for share, _ in fitting)
        whole = not first.is_floating_point()
        mean[name] = first if whole else sum((share / total * w for share, w in fitting), torch.zeros_like(first))
    return mean


def _save(
    path: Path,
    network: Network,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    epoch: int,
    done: int,
) -> None:
    state = {
        "network": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "schedule": schedule.state_dict(),
        "epoch": epoch,
        "done": done,
    }
    torch.save(state, path.with_suffix(".tmp"))
    path.with_suffix(".tmp").replace(path)


def _step(network: Network, batch: Batch, optimizer: torch.optim.Optimizer, options: Options) -> dict[str, float]:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        losses = losses_of(network, batch, smoothing=options.smoothing, negatives=True)
    optimizer.zero_grad(set_to_none=True)
    losses["loss"].backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return {key: float(value.detach()) for key, value in losses.items()}


def losses_of(network: Network, batch: Batch, *, smoothing: float = 0.0, negatives: bool = False) -> dict[str, Tensor]:
    """Cue, pair and act losses of a batch. With negatives, wrongly found cues are paired too, with nothing."""
    mask = None if bool(batch.mask.all()) else batch.mask
    attention = None if mask is None else mask[:, None, None, :].expand(-1, 1, mask.shape[1], -1)
    vectors, cue_logits, event_rows = network.encoder(batch.ids, batch.features, batch.scheme, attention)
    cue_logits = cue_logits.float()
    real = int(batch.mask.sum())
    cue_loss = nn.functional.cross_entropy(
        cue_logits.flatten(0, 1),
        batch.cue_tags.flatten(),
        ignore_index=NOT_TOLD,
        label_smoothing=smoothing,
        reduction="sum",
    )
    cue_at, pairs, acts = batch.cue_at, batch.pairs, batch.acts
    if negatives:
        wrong = _wrong_cues(cue_logits.detach(), batch)
        cue_at = torch.cat([cue_at, wrong])
        empty = torch.where(batch.mask[wrong[:, 0]], 0, -100)
        pairs = torch.cat([pairs, empty])
        acts = torch.cat([acts, torch.full((len(wrong),), -100)])
    zero = cue_loss.new_zeros(())
    pair_loss, act_loss = zero, zero
    if len(cue_at):
        labels, act_logits = network.pairs(vectors, cue_at[:, 0], cue_at[:, 1], cue_at[:, 2], mask)
        pair_loss = nn.functional.cross_entropy(
            labels.float().flatten(0, 1), pairs.flatten(), ignore_index=-100, reduction="sum"
        )
        if bool((acts >= 0).any()):
            act_loss = nn.functional.cross_entropy(act_logits.float(), acts, ignore_index=-100, reduction="sum")
    event_losses = _event_losses(event_rows, batch)
    aux_loss = _aux_loss(network.aux(vectors), batch)
    scale = 50.0 / real
    loss = (cue_loss + pair_loss + 0.3 * act_loss + 2.0 * sum(event_losses.values()) + 0.2 * aux_loss) * scale
    return {
        "loss": loss,
        "cue": cue_loss.detach() * 100 / real,
        "pair": pair_loss.detach() / max(1, len(cue_at)),
        "act": act_loss.detach() / max(1, int((acts >= 0).sum())),
        **{name: loss.detach() / max(1, len(batch.events)) for name, loss in event_losses.items()},
        "aux": aux_loss.detach() * 100 / real,
    }


def _event_losses(rows: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Of the guide's events: whether a piece begins one, and for those that do status, type and what they point at."""
    event, status, kind, asks, answers = split_events(rows.float())
    zero = rows.new_zeros((), dtype=torch.float32)
    told = batch.event_tags != NOT_TOLD
    losses = {"event": zero, "status": zero, "type": zero, "when": zero, "words": zero}
    if bool(told.any()):
        losses["event"] = nn.functional.binary_cross_entropy_with_logits(
            event[told], batch.event_tags[told].float(), reduction="sum"
        )
    if len(batch.events):
        window, piece, *wanted = batch.events.unbind(1)
        for name, logits, labels in (("status", status, wanted[0]), ("type", kind, wanted[1])):
            losses[name] = 0.5 * nn.functional.cross_entropy(
                logits[window, piece], labels, ignore_index=NOT_TOLD, label_smoothing=0.05, reduction="sum"
            )
        points = torch.einsum("ekd,epkd->ekp", asks[window, piece], answers[window]) / POINTER**0.5
        points = points.masked_fill(~batch.mask[window][:, None, :], -1e4)
        pointed = [
            nn.functional.cross_entropy(points[:, place], wanted[2 + place], ignore_index=NOT_TOLD, reduction="sum")
            for place in range(3)
        ]
        losses["when"] = 0.5 * pointed[0]
        losses["words"] = 0.25 * (pointed[1] + pointed[2])
    return losses


def _aux_loss(logits: Tensor, batch: Batch) -> Tensor:
    """TimeML's class, tense and modality, and the value of certainty."""
    kinds = torch.split(logits.float(), [len(CLASSES) + 1, len(TENSES), 3, 1], dim=-1)
    loss = logits.new_zeros((), dtype=torch.float32)
    for found, wanted in zip(kinds[:3], batch.aux, strict=True):
        if bool((wanted != NOT_TOLD).any()):
            loss = loss + nn.functional.cross_entropy(
                found.flatten(0, 1), wanted.flatten(), ignore_index=NOT_TOLD, reduction="sum"
            )
    told = ~batch.certain.isnan()
    if bool(told.any()):
        loss = loss + nn.functional.huber_loss(kinds[3].squeeze(-1)[told], batch.certain[told], reduction="sum")
    return loss


def _wrong_cues(cue_logits: Tensor, batch: Batch, most: int = 3) -> Tensor:
    """Cues that the tagger finds where there is none, as (wrong, 3) rows of window, first and last piece."""
    found = cue_logits.argmax(-1) != CUE_NONE
    rows = []
    for window in range(len(found)):
        taken = 0
        at = 0
        flags, tags = found[window].tolist(), batch.cue_tags[window].tolist()
        while at < len(flags) and taken < most:
            if not flags[at]:
                at += 1
                continue
            last = at
            while last + 1 < len(flags) and flags[last + 1]:
                last += 1
            if all(tag == CUE_NONE for tag in tags[at : last + 1]):
                rows.append((window, at, last))
                taken += 1
            at = last + 1
    return torch.tensor(rows, dtype=torch.long).reshape(-1, 3)


@torch.inference_mode()
def _check(network: Network, examples: Sequence[Example], options: Options) -> list[dict[str, float]]:
    network.eval()
    windows = list(windows_of(examples, rng=None))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = [losses_of(network, batch) for batch in batches(windows, size=options.batch * 2, rng=None)]
    network.train()
    return [{key: float(value) for key, value in losses.items()} for losses in found]


def _tell(name: str, losses: Sequence[dict[str, float]], seconds: float) -> None:
    means = {key: sum(row[key] for row in losses) / max(1, len(losses)) for key in losses[0]} if losses else {}
    print(f"{name} {seconds:.0f}s " + " ".join(f"{key} {value:.3f}" for key, value in means.items()), flush=True)
