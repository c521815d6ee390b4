namespace Gates.Pipeline;

/// <summary>
/// A gate that asks a server which its settings name, with credentials which they name. Edits of a change that do not count yet must not make it ask.
/// </summary>
internal interface IReachesOut
{
    /// <value>Whether it does so as it is configured. Default: yes.</value>
    bool ReachesOut => true;

    /// <value>What it judges by that, in words that follow "it judges".</value>
    string Answers { get; }
}
