using Gates.Formats.Foundation;

namespace Gates.BuiltIn.HermeticBuild;

/// <summary>The rules of the gate's own policy, so that a misspelt one in <c>rules</c> is refused.</summary>
internal static class HermeticRules
{
    public static IReadOnlyList<string> Ids { get; } =
    [
        "build-accepted-expired", "build-differs", "build-failed", "build-needs-network", "build-reaches-out",
        "docker-build-network", "docker-build-pull", "download-and-execute", "floating-runner", "floating-version", "ignored-lock", "missing-library-lock",
        "missing-lock",
        "network-step", "not-read", "not-reproducible", "remote-add",
        "requirements-without-hashes", "unchecked-download", "unpinned-action", "unpinned-clone", "unpinned-image", "unpinned-install",
        "unpinned-requirements", "unpinned-system-package", "unpinned-toolchain", "unreadable",
    ];

    /// <exception cref="UsageException">An option cannot be meant as it is.</exception>
    public static void Check(HermeticBuildOptions options)
    {
        foreach (var rule in options.Rules.Keys)
        {
            if (!Ids.Contains(rule, StringComparer.Ordinal))
            {
                throw new UsageException($"`rules`: \"{rule}\" is not a rule; valid: {string.Join(", ", Ids)}.");
            }
        }

        foreach (var entry in options.TrustedActions)
        {
            var slash = entry.IndexOf('/', StringComparison.Ordinal);
            if (slash <= 0
                || slash == entry.Length - 1
                || entry[..slash].Contains('*', StringComparison.Ordinal)
                || entry.Contains('@', StringComparison.Ordinal))
            {
                throw new UsageException($"`trusted-actions`: \"{entry}\" does not name actions; write owner/repository, or owner/* for all of an owner's.");
            }
        }
    }
}
