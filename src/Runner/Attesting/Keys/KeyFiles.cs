namespace Gates.Runner.Attesting.Keys;

/// <summary>What the files of public keys are called.</summary>
internal static class KeyFiles
{
    private const int IdBytes = 4;

    /// <summary>Such as <c>log-1f2e3d4c</c>: the use, and the beginning of the key id in hexadecimal.</summary>
    public static string Name(KeyringEntry entry) => $"{KeyringJson.Name(entry.Use)}-{Convert.ToHexStringLower(Convert.FromBase64String(entry.Key.KeyId).AsSpan(0, IdBytes))}";
}
