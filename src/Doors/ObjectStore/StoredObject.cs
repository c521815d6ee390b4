using System.Text.RegularExpressions;

namespace Gates.Doors.ObjectStore;

/// <summary>What a store says of an object.</summary>
/// <param name="Name">Its key without the store's prefix.</param>
/// <param name="Size">In bytes.</param>
internal sealed partial record StoredObject(string Name, long Size)
{
    /// <value>Which version it is; <see langword="null"/> in a bucket that keeps none.</value>
    public string? Version { get; init; }

    /// <value>Until when nobody can remove this version, in compliance mode; <see langword="null"/>: nothing holds it.</value>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <value>The key of the store's key service that it is encrypted with.</value>
    public string? KmsKey { get; init; }

    /// <value>Whether the store says that it encrypted it with a key of its key service.</value>
    public bool IsKmsEncrypted { get; init; }

    /// <summary>Whether a name between two slashes is one that every file system and every store takes as it stands.</summary>
    public static bool IsName(string name) => PlainName().IsMatch(name);

    /// <summary>Whether a key is made of such names.</summary>
    public static bool IsKey(string key) => key.Length <= 512 && key.Split('/').All(IsName);

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9._+@-]{0,199}\z", RegexOptions.NonBacktracking)]
    private static partial Regex PlainName();
}
