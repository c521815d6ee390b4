namespace Gates.Attestation.Log;

/// <summary>The names of what can be wrong with a log. Scripts may depend on them.</summary>
internal static class LogFault
{
    /// <summary>A file is not in the form that its specification asks for.</summary>
    public const string Malformed = "malformed";

    /// <summary>A checkpoint bears no signature of a trusted key, or a bad one.</summary>
    public const string ForgedCheckpoint = "forged-checkpoint";

    /// <summary>The checkpoint is of another log.</summary>
    public const string WrongOrigin = "wrong-origin";

    /// <summary>A file that the checkpoint's size calls for is missing.</summary>
    public const string Missing = "missing";

    /// <summary>Tiles or entries do not hash to what is signed: an entry was changed, removed or moved.</summary>
    public const string Altered = "altered";

    /// <summary>An entry does not name the one before it.</summary>
    public const string BrokenChain = "broken-chain";

    /// <summary>The log is shorter than one that was seen before: its end was cut off.</summary>
    public const string RolledBack = "rolled-back";

    /// <summary>Two checkpoints of one log contradict each other.</summary>
    public const string SplitView = "split-view";

    /// <summary>A file that an entry names is not there, or is not the one that was logged.</summary>
    public const string EvidenceEdited = "evidence-edited";

    /// <summary>A file lies where evidence lies and no entry names it.</summary>
    public const string NotLogged = "not-logged";

    /// <summary>A proof does not lead to the root that is signed.</summary>
    public const string BadProof = "bad-proof";
}
