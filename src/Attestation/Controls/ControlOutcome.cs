namespace Gates.Attestation.Controls;

/// <summary>What became of a control.</summary>
internal enum ControlOutcome
{
    /// <summary>Something is asserted of its evidence, and all of it holds.</summary>
    Holds,

    Fails,

    /// <summary>The evidence is there, and nothing shows what it is worth: nothing is asserted of it, or nobody who is trusted signed it.</summary>
    NotJudged,

    NotApplicable,
}
