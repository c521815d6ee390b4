using Gates.Formats.Documents;
using Gates.Formats.Settings;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Configuration;

/// <summary>Reads the values that only a gate's own keys take.</summary>
internal static class GateValues
{
    public static IReadOnlyList<string> Modes { get; } = ["enforce", "warn", "audit", "off"];

    public static SettingType Timeout { get; } = new(SettingKind.Duration) { Min = 0.001, Max = 86_400 };

    public static SettingType PolicyTimeout { get; } = new(SettingKind.Duration) { Min = 0.001, Max = 600 };

    public static GateMode? Mode(this Values values, DocumentNode node, string key)
    {
        switch (node.IsString ? node.Text : null)
        {
            case "enforce": return GateMode.Enforce;
            case "warn": return GateMode.Warn;
            case "audit": return GateMode.Audit;
            case "off": return GateMode.Off;
            default:
                values.Problems.Add(node, key, $"{Say.Value(node)} is not a mode{Suggestion.Words(node.Text, Modes)} valid: {Say.List(Modes)}");
                return null;
        }
    }

    /// <summary>A policy: a path inside the repository, or one pinned from another.</summary>
    public static string? PolicyReference(this Values values, DocumentNode node, string key)
    {
        if (!node.IsString || !PolicyPin.Is(node.Text))
        {
            return values.RepositoryPath(node, key);
        }

        try
        {
            return PolicyPin.Parse(node.Text).ToString();
        }
        catch (FormatException e)
        {
            values.Problems.Add(node, key, $"{Say.Quote(node.Text)} {e.Message}");
            return null;
        }
    }
}
