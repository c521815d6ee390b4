namespace Gates.Attestation.Rejudging;

/// <summary>What judging again showed.</summary>
internal enum RejudgedState
{
    /// <summary>The recorded policy says the same of the recorded evidence.</summary>
    Same,

    /// <summary>It does not, or they are not those that the statement names.</summary>
    Differs,

    /// <summary>It does not, and another engine judged then: which is right is not known, and nothing says that the result was forged.</summary>
    DiffersByEngine,

    /// <summary>The gate was skipped or could not be evaluated: there was no judgement.</summary>
    NothingToJudge,
}
