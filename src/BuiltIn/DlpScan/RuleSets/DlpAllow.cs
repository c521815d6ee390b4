using Gates.Formats.Settings;

namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>One accepted finding, or kind of finding.</summary>
internal sealed class DlpAllow
{
    [Option("A rule or a category.")]
    public string? Rule { get; set; }

    [Option("A glob over paths.", Glob = true)]
    public string? Path { get; set; }

    [Option("The value's identity as the finding names it: 16 hexadecimal digits, or 4 for personal data.")]
    public string? Identity { get; set; }

    [Option("Why it is accepted; shown in the report.")]
    public string? Reason { get; set; }
}
