namespace Gates.Runner.BuiltIn.DlpScan;

/// <summary>A match inside the bytes at hand. The value must go no further than <see cref="Masking"/> and <see cref="ValueIdentity"/>.</summary>
internal readonly record struct RawMatch(DlpRule Rule, int Start, int Length, string Value, string Literal, bool Verified)
{
    public int End => Start + Length;

    public override string ToString() => Rule.Id;
}
