using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Settings;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Configuration;

/// <summary>Decides everything that configuration can decide about a run.</summary>
internal static class Planner
{
    /// <exception cref="UsageException">The request names what the configuration does not have, or a policy of the repository cannot be used.</exception>
    public static RunPlan Plan(GatesConfiguration configuration, PlanRequest request)
    {
        CheckRequest(configuration, request);
        var selected = request.Gates.Count == 0
            ? configuration.Gates
            : GateNeeds.Closure(configuration.Gates, [.. request.Gates, .. configuration.Require.Except(request.Gates, StringComparer.Ordinal)]);
        var files = selected.Select(gate => gate.Source).Distinct(StringComparer.Ordinal)
            .ToDictionary(source => source ?? "", source => new Problems(source ?? configuration.Source), StringComparer.Ordinal);
        var resolvers = files.ToDictionary(file => file.Key, file => new GateResolver(request, file.Value), StringComparer.Ordinal);
        var gates = selected.Select(gate => Decide(gate, configuration, request, resolvers[gate.Source ?? ""])).ToList();
        Problems.ThrowIfAny(files.Values);
        return new RunPlan(
            [.. gates.OfType<PlannedGate>()],
            configuration.Source,
            [.. configuration.Notes, .. Notes(gates.OfType<PlannedGate>().ToList(), request)])
        { Rules = request.Rules };
    }

    private static PlannedGate? Decide(GateConfiguration gate, GatesConfiguration configuration, PlanRequest request, GateResolver resolver)
    {
        if (resolver.Resolve(gate) is not { } resolved)
        {
            return null;
        }

        var (mode, reason) = ModeRules.Of(gate, configuration, request);
        return new PlannedGate
        {
            Id = gate.Id,
            Title = gate.Source is { } source ? $"{resolved.Title} ({source})" : resolved.Title,
            Name = gate.Name,
            Folder = gate.Folder,
            Gate = resolved.Gate,
            Policy = resolved.Policy.Source,
            PolicyFiles = resolved.Policy.Files,
            Settings = resolved.Settings,
            Help = resolved.Help,
            Facts = resolved.Facts,
            RuleFiles = resolved.Gate is IRuledGate ruled ? [.. ruled.RuleFiles(request.Tree)] : [],
            Mode = mode,
            ModeReason = reason,
            SkipReason = SkipReason(gate, request.Changes),
            IsRequired = configuration.Require.Contains(gate.Id, StringComparer.Ordinal),
            Needs = [.. gate.Needs.Select(need => need.Value).Distinct(StringComparer.Ordinal)],
            SkipWhenMissing = gate.SkipWhenMissing,
            Timeout = gate.Timeout ?? (resolved.Gate is IPacedGate { Duration: { } duration } ? duration + configuration.Timeout : configuration.Timeout),
            Limits = new PolicyLimits { Timeout = gate.PolicyTimeout ?? configuration.PolicyTimeout },
        };
    }

    /// <exception cref="UsageException">The request names what the configuration does not have.</exception>
    public static void CheckRequest(GatesConfiguration configuration, PlanRequest request)
    {
        var ids = configuration.Gates.Select(g => g.Id).ToList();
        var valid = configuration.Gates.Where(g => g.Source is null).Select(g => g.Id).ToList();
        var more = ids.Count == valid.Count ? "" : $", and {Prose.Count(ids.Count - valid.Count, "gate")} of the folders' own files";
        foreach (var id in request.Gates.Where(id => !ids.Contains(id, StringComparer.Ordinal)))
        {
            throw new UsageException(GateIds.Offered.Contains(id, StringComparer.Ordinal)
                ? $"--gates: {id} is not in {Say.Path(configuration.Source)}; add `{id}: {{}}` under `gates:`"
                : $"--gates: {Say.Quote(id)} is not a gate of {Say.Path(configuration.Source)}{Suggestion.Words(id, ids)} valid: {Say.List(valid)}{more}");
        }

        if (request.Environment is { } environment && !configuration.Environments.ContainsKey(environment))
        {
            var known = configuration.Environments.Keys.ToList();
            throw new UsageException(known.Count == 0
                ? $"--environment: {Say.Quote(environment)} is not known, because {Say.Path(configuration.Source)} has no `environments`"
                : $"--environment: {Say.Quote(environment)} is not an environment of {Say.Path(configuration.Source)}{Suggestion.Words(environment, known)} valid: {Say.List(known.Select(Say.Path))}");
        }
    }

    private static string? SkipReason(GateConfiguration gate, ChangeSet changes)
    {
        if (gate.WhenChanged.Count == 0 || !changes.HasBase)
        {
            return null;
        }

        var filter = PathFilter.Of(gate.WhenChanged);
        return changes.Files.Any(file => filter.Includes(file.Path) || (file.OldPath is not null && filter.Includes(file.OldPath)))
            ? null
            : $"no changed file matches its `when-changed` ({string.Join(", ", gate.WhenChanged)})";
    }

    private static List<string> Notes(List<PlannedGate> gates, PlanRequest request)
    {
        var notes = new List<string>();
        if (gates.All(g => g.Mode == GateMode.Off))
        {
            notes.Add("every gate is off, so nothing was checked");
        }
        else if (gates.All(g => g.Mode == GateMode.Off || g.SkipReason is not null))
        {
            notes.Add("every gate was skipped, because no changed file matches its `when-changed`");
        }

        var required = gates.Where(g => g.IsRequired && request.Gates.Count > 0 && !request.Gates.Contains(g.Id, StringComparer.Ordinal))
            .Select(g => g.Id)
            .ToList();
        if (required.Count > 0)
        {
            notes.Add($"{Say.List(required)} also ran, because the configuration requires it");
        }

        var pulled = gates.Select(g => g.Id).Except(request.Gates, StringComparer.Ordinal).Except(required, StringComparer.Ordinal).ToList();
        if (request.Gates.Count > 0 && pulled.Count > 0)
        {
            notes.Add($"{Say.List(pulled)} also ran, because the selected gates need it");
        }

        return notes;
    }
}
