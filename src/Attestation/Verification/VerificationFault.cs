using Gates.Attestation.Log;

namespace Gates.Attestation.Verification;

/// <summary>The names of what can be wrong with evidence, beside <see cref="Gates.Attestation.Log.LogFault"/>. Scripts may depend on them.</summary>
internal static class VerificationFault
{
    /// <summary>A file is not in the form that its name promises.</summary>
    public const string Malformed = "malformed";

    /// <summary>No trusted key signed it, or not in its time, or not for this use; or the content was changed afterwards.</summary>
    public const string BadSignature = "bad-signature";

    /// <summary>A file is not the one that a signed statement names.</summary>
    public const string Changed = "changed";

    /// <summary>A signed statement names a file that is not there.</summary>
    public const string Missing = "missing";

    /// <summary>A file that nothing signed names.</summary>
    public const string NotListed = "not-listed";

    /// <summary>A gate ran and has no result, or a decision does not rest on all results.</summary>
    public const string Incomplete = "incomplete";

    /// <summary>Judged again, the recorded evidence gives another result.</summary>
    public const string JudgedDifferently = "judged-differently";

    /// <summary>It holds, and is not about what its reader expects.</summary>
    public const string NotExpected = "not-expected";

    /// <summary>Fewer witnesses than are wanted saw an entry of a log.</summary>
    public const string NotWitnessed = "not-witnessed";

    /// <summary>There is nothing signed at all.</summary>
    public const string NothingSigned = "nothing-signed";
}
