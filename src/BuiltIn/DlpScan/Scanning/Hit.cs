using Gates.BuiltIn.DlpScan.RuleSets;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>One place where a rule matched. Holds nothing of the value that could be used or guessed.</summary>
/// <param name="Rule">What matched.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The first column, from 1, in UTF-16 units.</param>
/// <param name="EndColumn">The column after the last one.</param>
/// <param name="Masked">What may be shown of the value.</param>
/// <param name="Identity">A keyed hash by which the value is recognised again.</param>
/// <param name="Verified">Whether the issuer's checksum holds.</param>
internal sealed record Hit(DlpRule Rule, int Line, int Column, int EndColumn, string Masked, string Identity, bool Verified)
{
    /// <value>The byte of a binary file at which the value begins, whose line and column mean nothing; <see langword="null"/> in text.</value>
    public long? Offset { get; init; }
}
