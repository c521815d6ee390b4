using System.Globalization;
using Gates.Attestation.Lifetime;

namespace Gates.Attestation.Verification;

/// <summary>What a verifier knows of an evidence branch from its name and from the keyring's side, before it looks into it.</summary>
/// <param name="Year">The year whose log it must hold; <see langword="null"/> where the name does not say it.</param>
/// <param name="LogName">What the names of the repository's logs begin with; <see langword="null"/> where nothing trusted says it.</param>
internal sealed record EvidenceBranchName(int? Year, string? LogName)
{
    /// <value>Tombstones in the branches of later years, each with all that makes it believed.</value>
    public IReadOnlyList<LoggedStatement> Tombstones { get; init; } = [];

    /// <value>Whether the branch of the year before is in the clone as well; <see langword="null"/> where nobody looked.</value>
    public bool? HasYearBefore { get; init; }

    /// <param name="branch">Such as <c>gates-evidence/2026</c>.</param>
    /// <param name="logName">See <see cref="LogName"/>.</param>
    public static EvidenceBranchName From(string branch, string? logName) =>
        new(
            branch.Split('/')[^1] is { Length: 4 } last && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
            logName);
}
