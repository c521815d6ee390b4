using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Pipeline.Recognition;
using Gates.Pipeline.Waivers;
using Gates.Policies;

namespace Gates.Runner.Commands.Waive;

/// <summary>Makes waivers of what a command line says.</summary>
/// <param name="gates">The gates of the configuration.</param>
/// <param name="rules">The rules of a gate, as far as they are known.</param>
/// <param name="today">The day in UTC.</param>
internal sealed class WaiverDraft(IReadOnlyList<string> gates, Func<string, KnownRules> rules, DateOnly today)
{
    /// <param name="request">The command line.</param>
    /// <param name="file">The waivers' file; <see langword="null"/> when there is none yet.</param>
    /// <param name="results">The last results; <see langword="null"/> when there are none.</param>
    /// <exception cref="UsageException">Something is missing, or names nothing.</exception>
    public IReadOnlyList<Waiver> Of(WaiveRequest request, WaiverFile? file, LastResults? results)
    {
        var waiver = new Waiver
        {
            Expires = WaiveFlags.Check(request, file, today),
            Gate = request.Gate ?? "",
            Rule = request.Rule,
            Path = request.Path,
            Reason = request.Reason!,
            Owner = request.Owner!,
            Ticket = request.Ticket,
            Added = today,
        };
        if (request.Gate is { } gate)
        {
            CheckGate(gate);
        }

        var waivers = request.Fingerprints.Count == 0
            ? [waiver]
            : request.Fingerprints.Select(prefix => OfFinding(waiver, request, prefix, results))
                .DistinctBy(one => (one.Gate, one.Rule, one.Path, one.Fingerprint)).ToList();
        foreach (var one in waivers)
        {
            CheckGate(one.Gate);
            CheckRule(one);
        }

        return waivers;
    }

    private static Waiver OfFinding(Waiver waiver, WaiveRequest request, string prefix, LastResults? results)
    {
        var isWhole = Fingerprint.IsValid(prefix);
        if (request.Path is not null && !(IsShort(prefix) || IsShort(Fingerprint.KeyedPrefix + prefix)))
        {
            throw new UsageException("a fingerprint is one finding wherever it stands; leave --path away");
        }

        // A report on GitHub shows the whole fingerprint; with the gate's name it needs no results of this machine.
        if (request.Gate is not null && isWhole)
        {
            return waiver with { Fingerprint = prefix };
        }

        if (results is null)
        {
            throw new UsageException(
                $"{request.Results}: there is no such file; `gates run` writes it, or name another with --results, or give the whole fingerprint and --gate");
        }

        var found = results.Get(prefix, request.Path);
        return (request.Gate ?? found.Gate) != found.Gate || (request.Rule ?? found.Rule) != found.Rule
            ? throw new UsageException($"{Say.Quote(prefix)} is a finding of {Say.Path(found.Gate)}, rule {Say.Path(found.Rule)}; leave --gate and --rule away")
            : waiver with
            {
                Gate = found.Gate,
                Rule = found.Rule,
                Fingerprint = found.Fingerprint,
                Path = IsShort(found.Fingerprint) ? found.Path : null,
            };
    }

    private static bool IsShort(string text) => Fingerprint.IsValid(text) && new Fingerprint(text).IsShort;

    private void CheckGate(string gate)
    {
        if (!gates.Contains(gate, StringComparer.Ordinal))
        {
            throw new UsageException(
                $"--gate {Say.Quote(gate)} is not a gate of the configuration{Suggestion.Words(gate, gates)} valid: {Say.List(gates)}");
        }
    }

    /// <summary>A rule may be waived before it is found, so one is refused only where all are known or another is meant.</summary>
    private void CheckRule(Waiver waiver)
    {
        if (waiver.Rule is not { } rule || rules(waiver.Gate) is not { } known || known.Names.Contains(rule))
        {
            return;
        }

        var meant = Suggestion.For(rule, known.Names);
        if (meant is not null || known.AreAll)
        {
            var advice = meant is null ? "valid: " + Say.List(known.Names.Select(Say.Path)) : $"did you mean {Say.Quote(meant)}?";
            throw new UsageException($"--rule {Say.Quote(rule)} is not a rule of {waiver.Gate}; {advice}");
        }
    }
}
