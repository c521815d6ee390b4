namespace Gates.Doors.Git.History.Gpg;

/// <summary>Reads what gpgv says of a signature on its status lines (GnuPG, doc/DETAILS). Names and addresses of users stay out.</summary>
internal static class GpgStatus
{
    private const string Mark = "[GNUPG:] ";

    /// <value>What ERRSIG says when the key is not there.</value>
    private const string NoPublicKey = "9";

    /// <param name="status">The status lines.</param>
    /// <param name="keyring">How a reason names the keyring.</param>
    public static GitSignature Read(string status, string keyring)
    {
        var lines = status.Split('\n').Where(line => line.StartsWith(Mark, StringComparison.Ordinal)).Select(line => line[Mark.Length..].Split(' ')).ToList();
        string[]? Find(string name) => lines.Find(words => words[0] == name);
        var key = Find("VALIDSIG") is { } valid ? valid.ElementAtOrDefault(10) ?? valid[1]
            : Find("ERRSIG") is { } error ? (error.ElementAtOrDefault(7) is { Length: > 1 } print ? print : error.ElementAtOrDefault(1))
            : null;
        GitSignature Not(string why, string reason) => new(GitSignature.Gpg, why, key, reason);

        if (lines.Count(words => words[0] == "NEWSIG") > 1)
        {
            return Not(GitSignature.Bad, "it holds more than one signature");
        }

        if (Find("BADSIG") is not null)
        {
            return Not(GitSignature.Bad, "the signature does not fit what it stands on");
        }

        if (Find("ERRSIG") is { } refused)
        {
            return Find("NO_PUBKEY") is not null || refused.ElementAtOrDefault(6) == NoPublicKey
                ? Not(GitSignature.UnknownKey, $"the key is not in {keyring}")
                : Not(GitSignature.CannotVerify, "gpgv does not accept its algorithms (SHA-1 and older hashes prove nothing)");
        }

        var ended = Find("REVKEYSIG") is not null ? "the key is revoked"
            : Find("EXPKEYSIG") is not null ? "the key has expired"
            : Find("EXPSIG") is not null ? "the signature has expired"
            : null;
        return ended is not null ? Not(GitSignature.UnknownKey, ended)
            : Find("GOODSIG") is not null && Find("VALIDSIG") is not null ? new GitSignature(GitSignature.Gpg, GitSignature.Good, key, null)
            : Not(GitSignature.CannotVerify, "gpgv finds no signature in it");
    }
}
