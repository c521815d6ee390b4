using System.Text.RegularExpressions;

namespace Gates.Doors.Git.History;

/// <summary>Reads what git says about an SSH signature. Only git's and ssh-keygen's own words are in it, nothing of the signed object.</summary>
internal static partial class SignatureCheck
{
    /// <param name="output">The answer of <c>git verify-commit --raw</c> or <c>verify-tag --raw</c>.</param>
    /// <param name="signersFile">How a reason names the file of allowed signers.</param>
    public static GitSignature Read(GitOutput output, string signersFile)
    {
        if (output.Error.Contains("cannot run ssh-keygen", StringComparison.Ordinal))
        {
            return new GitSignature(
                GitSignature.Ssh,
                GitSignature.CannotVerify,
                null,
                "ssh-keygen is not installed; it verifies SSH signatures (Debian: openssh-client)");
        }

        var match = GoodLine().Match(output.Error);
        var key = match.Success ? match.Groups["key"].Value : null;
        if (match.Groups["principal"].Success && output.Succeeded)
        {
            return new GitSignature(GitSignature.Ssh, GitSignature.Good, key, null);
        }

        return match.Success && !match.Groups["principal"].Success
            ? new GitSignature(GitSignature.Ssh, GitSignature.UnknownKey, key, $"the key is not listed in {signersFile}, or was not valid at that time")
            : new GitSignature(GitSignature.Ssh, GitSignature.Bad, key, "the signature does not fit what it stands on");
    }

    [GeneratedRegex(
        """^Good "git" signature (for (?<principal>.+) )?with \S+ key (?<key>SHA256:\S+)$""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex GoodLine();
}
