using Gates.Formats.Settings;
using Gates.Pipeline.Results;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Configuration;

/// <summary>What runs in a repository without a configuration: nothing here blocks a first run for old sins, except secrets.</summary>
internal static class DefaultConfiguration
{
    public const string Source = "built-in defaults";

    public static GatesConfiguration Create() => new()
    {
        Source = Source,
        Gates = [Gate("dlp-scan", GateMode.Enforce), Gate("base-image-allowlist", GateMode.Warn), Gate("hermetic-build", GateMode.Warn)],
    };

    private static GateConfiguration Gate(string id, GateMode mode)
    {
        var settings = GateIds.BuiltIn(id)!.Options.Settings;
        return new GateConfiguration(id) { Mode = mode, Values = new SettingReader(new Problems(Source)).ReadGroup(null, default, id, settings) };
    }
}
