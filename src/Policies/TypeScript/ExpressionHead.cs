namespace Gates.Policies.TypeScript;

/// <summary>What was read where an arrow function could have started.</summary>
internal enum ExpressionHead
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An operand, such as what stands in parentheses.</summary>
    Operand,

    /// <summary>The whole expression.</summary>
    Whole,
}
