using Gates.Formats.Sarif;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>What a scanner's result counts as.</summary>
internal static class ScannerResults
{
    /// <summary>Whether it is a finding of the state that was scanned, and not the news that one is gone.</summary>
    public static bool Counts(SarifResult result) => result.Kind == "fail" && result.BaselineState != "absent";

    /// <summary>The security severity; where nothing says it, the level stands for it as <c>sarif-severity</c> has it.</summary>
    public static string Severity(SarifResult result) => result.Severity ?? result.Level switch
    {
        "error" => "high",
        "warning" => "medium",
        "note" => "low",
        _ => "none",
    };
}
