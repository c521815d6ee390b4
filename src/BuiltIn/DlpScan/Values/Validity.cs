namespace Gates.BuiltIn.DlpScan.Values;

/// <summary>What a check could tell about a value.</summary>
internal enum Validity
{
    /// <summary>It is not what its shape suggests.</summary>
    Refuted,

    /// <summary>Nothing speaks against it.</summary>
    Plausible,

    /// <summary>A checksum made by the issuer holds: chance alone does not produce it.</summary>
    Proven,
}
