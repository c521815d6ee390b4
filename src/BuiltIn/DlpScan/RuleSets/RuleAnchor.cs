namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>What is looked for first, cheaply, before a rule's pattern is tried there.</summary>
internal enum RuleAnchor
{
    /// <summary>One of the rule's literals.</summary>
    Literal,

    /// <summary>A number: at least four digits in a row, with what belongs to them.</summary>
    Digits,

    /// <summary>The sign <c>@</c> between two letters or digits.</summary>
    At,
}
