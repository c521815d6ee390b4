namespace Gates.BuiltIn.DlpScan.Values;

/// <summary>How a private key ends.</summary>
internal enum KeyFormat
{
    /// <summary>Lines of base64, then a line that begins with hyphens and END: PEM, OpenSSH, PGP and SSH2.</summary>
    Armoured,

    /// <summary>Named fields and lines of base64; the last field is a checksum: PuTTY.</summary>
    Fields,
}
