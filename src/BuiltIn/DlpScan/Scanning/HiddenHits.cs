namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>Hits that are counted but not listed.</summary>
/// <param name="Count">How many.</param>
/// <param name="Digest">A keyed hash over their values in order: other ones have another.</param>
internal sealed record HiddenHits(int Count, ReadOnlyMemory<byte> Digest);
