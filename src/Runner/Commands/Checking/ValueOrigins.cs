using System.Globalization;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Commands.Checking;

/// <summary>Says of each value that is in force where it comes from.</summary>
/// <param name="source">The configuration's path.</param>
/// <param name="root">Its text as read; <see langword="null"/> for the built-in defaults.</param>
/// <param name="request">What the command line said.</param>
internal sealed class ValueOrigins(string source, DocumentNode? root, CheckRequest request)
{
    private const string BuiltIn = "built-in default";
    private const string Above = "as in the folders above";

    public CheckedGate Describe(GateConfiguration gate, ResolvedGate resolved, GatesConfiguration configuration, PlanRequest plan)
    {
        var written = root?.Get("gates")?.Get(gate.Name);
        var (mode, _) = ModeRules.Of(gate, configuration, plan);
        var usual = gate.Timeout ?? (resolved.Gate is IPacedGate { Duration: { } duration } ? duration + configuration.Timeout : configuration.Timeout);
        var keys = new List<CheckedValue>
        {
            new("mode", ModeRules.Name(mode), OfMode(gate, mode, configuration, plan)),
            new(
                "policy",
                gate.Policy?.Value ?? resolved.Policy.Source.Name,
                written?.Get("policy") is not null ? At(written, "policy") : gate.Source is not null ? Above : BuiltIn),
            new("timeout", Durations.Format(usual), Of(gate, written, "timeout")),
            new("policy-timeout", Durations.Format(gate.PolicyTimeout ?? configuration.PolicyTimeout), Of(gate, written, "policy-timeout")),
        };
        (string Key, IEnumerable<string> Values)[] lists =
        [
            ("needs", gate.Needs.Select(need => need.Value)),
            ("when-changed", gate.WhenChanged),
            ("when-missing", gate.SkipWhenMissing ? ["skip"] : []),
            ("facts", resolved.Facts?.Select(kind => $"{kind.Key}: {Say.List(kind.Value)}") ?? []),
        ];
        keys.AddRange(lists.Where(list => list.Values.Any()).Select(list => new CheckedValue(
            list.Key, string.Join("; ", list.Values), written?.Get(list.Key) is not null ? At(written, list.Key) : OfPolicy(gate))));
        keys.AddRange(resolved.Settings.EnumerateObject()
            .Select(option => new CheckedValue("with." + option.Name, option.Value.GetRawText(), OfOption(gate, option.Name, plan))));
        return new CheckedGate(gate.Id, resolved.Title, keys);
    }

    private string OfMode(GateConfiguration gate, GateMode mode, GatesConfiguration configuration, PlanRequest plan)
    {
        if (plan.Environment is { } name && ModeRules.Of(gate, configuration, plan with { Environment = null }).Mode != mode)
        {
            var environment = root?.Get("environments")?.Get(name);
            var own = environment?.Get("gates")?.Get(gate.Id)?.Get("mode");
            return $"{Line((own ?? environment?.Get("mode"))?.Line)} (environments.{Say.Path(name)})";
        }

        var written = root?.Get("gates")?.Get(gate.Name);
        return IsSet($"{gate.Id}.mode") ? Set
            : gate.EnforceAfter is { } day ? $"{At(written, "enforce-after")} (enforce-after {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)})"
            : Of(gate, written, "mode");
    }

    private string OfOption(GateConfiguration gate, string option, PlanRequest plan) =>
        IsSet($"{gate.Id}.with.{option}") ? Set
        : plan.Environment is { } name && root?.Get("environments")?.Get(name)?.Get("gates")?.Get(gate.Id)?.Get("with")?.Get(option) is { } own
            ? $"{Line(own.Line)} (environments.{Say.Path(name)})"
        : root?.Get("gates")?.Get(gate.Name)?.Get("with")?.Get(option) is { } written ? Line(written.Line)
        : OfPolicy(gate);

    private static string OfPolicy(GateConfiguration gate) =>
        gate.Source is not null ? Above
        : gate.Policy is { } policy ? $"default of {Say.Path(policy.Value)}"
        : BuiltIn;

    /// <summary>A key that the gate may write itself, or <c>defaults</c> for all.</summary>
    private string Of(GateConfiguration gate, DocumentNode? written, string key) =>
        written?.Get(key) is not null ? At(written, key)
        : gate.Source is not null ? Above
        : root?.Get("defaults")?.Get(key) is { } usual ? $"{Line(usual.Line)} (defaults)"
        : BuiltIn;

    private string At(DocumentNode? written, string key) => Line(written?.Entries.FirstOrDefault(entry => entry.Key == key)?.Line);

    private string Line(int? line) => line is null ? Say.Path(source) : string.Create(CultureInfo.InvariantCulture, $"{Say.Path(source)}:{line}");

    private bool IsSet(string key) => request.Set.Any(one => one.StartsWith(key + "=", StringComparison.Ordinal) && one.Length > key.Length + 1);

    private static string Set => "--set (an action's input, or the command line)";
}
