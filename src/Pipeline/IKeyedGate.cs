namespace Gates.Pipeline;

/// <summary>A gate that names values by hashes under <see cref="GateContext.Salt"/>.</summary>
internal interface IKeyedGate
{
    /// <summary>Whether the values that a rule finds are so few that trying them all finds the one behind a hash. What it does not know could be.</summary>
    bool CanBeGuessed(string rule);
}
