namespace Gates.Doors.Git.History;

/// <summary>A signature and what it is worth.</summary>
/// <param name="Kind"><c>ssh</c>, <c>gpg</c> or <c>none</c>.</param>
/// <param name="Status">One of the constants here.</param>
/// <param name="Key">The key's fingerprint, when it is known.</param>
/// <param name="Reason">Why the status is not good.</param>
internal sealed record GitSignature(string Kind, string Status, string? Key, string? Reason)
{
    public const string Good = "good";
    public const string Bad = "bad";
    public const string UnknownKey = "unknown-key";
    public const string CannotVerify = "cannot-verify";

    public const string Ssh = "ssh";
    public const string Gpg = "gpg";

    public static GitSignature None { get; } = new("none", CannotVerify, null, "it is not signed");

    /// <summary>The kind of an armoured signature, or <see langword="null"/> when there is none.</summary>
    public static string? KindOf(string? armour) => armour is null ? null
        : armour.StartsWith("-----BEGIN SSH SIGNATURE-----", StringComparison.Ordinal) ? Ssh
        : Gpg;
}
