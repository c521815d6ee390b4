namespace Gates.BuiltIn.DlpScan.Values;

/// <summary>Where the parts of a private key stand in the text after its first line.</summary>
/// <param name="BodyStart">Where its first line of base64 begins.</param>
/// <param name="BodyEnd">Where its base64 ends: what stands before this and after <see cref="BodyStart"/> is nothing but the key.</param>
/// <param name="End">Where the key ends, its last line included.</param>
/// <param name="IsClosed">Whether it has its last line.</param>
internal readonly record struct KeySpan(int BodyStart, int BodyEnd, int End, bool IsClosed)
{
    /// <value>Whether there is no base64: the text is about keys, or writes one in a way that is not known.</value>
    public bool IsEmpty => BodyEnd == BodyStart;
}
