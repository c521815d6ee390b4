namespace Gates.Formats.Documents;

/// <summary>The three shapes every structured format comes down to.</summary>
internal enum NodeKind
{
    Map,
    Sequence,
    Scalar,
}
