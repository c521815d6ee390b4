namespace Gates.BuiltIn.BaseImageAllowlist.Lists;

/// <summary>One rule of a cluster's policy that says which images may run.</summary>
internal sealed class PolicyRule
{
    /// <value>Its name and place, for messages.</value>
    public required string Title { get; init; }

    /// <value>What it asks for, as it is written.</value>
    public required string Asks { get; init; }

    /// <value>What objects it is about.</value>
    public required IScope Scope { get; init; }

    /// <value>What it says of an image in a list of containers.</value>
    public required IDemand Demand { get; init; }

    public RuleAnswer Judge(Workload workload, ImageTexts image) => Scope.Covers(workload) switch
    {
        null => RuleAnswer.Exempt,
        false => RuleAnswer.Silent,
        true => JudgeCovered(workload, image),
    };

    /// <summary>What it says of an image outside the objects that it is about: as of a container of any pod.</summary>
    public RuleAnswer JudgeAlone(ImageTexts image) => Scope.IsGeneral ? Demand.Judge(null, "containers", image) : RuleAnswer.Silent;

    /// <summary>
    /// A list of containers that the rule does not speak of is held to what it asks of the others: else another rule alone would let it through.
    /// </summary>
    private RuleAnswer JudgeCovered(Workload workload, ImageTexts image) =>
        Demand.Judge(workload, workload.List, image) is var answer && answer == RuleAnswer.Silent ? Demand.Judge(null, "containers", image) : answer;
}

/// <summary>Which objects a rule is about.</summary>
internal interface IScope
{
    /// <value>Whether it is about pods everywhere.</value>
    bool IsGeneral { get; }

    /// <summary>Whether it is about the object; <see langword="null"/> when it leaves it out by name.</summary>
    bool? Covers(Workload workload);
}

/// <summary>What a rule asks of images.</summary>
internal interface IDemand
{
    /// <param name="workload">The object; <see langword="null"/> when there is none, and every condition on it counts as met.</param>
    /// <param name="list">The list of containers.</param>
    /// <param name="image">The image.</param>
    RuleAnswer Judge(Workload? workload, string list, ImageTexts image);
}

/// <summary>What a rule says of one image.</summary>
internal enum RuleAnswer
{
    /// <value>Nothing: it is about other objects, or about other lists of containers.</value>
    Silent,

    /// <value>It would be about it, but leaves it out.</value>
    Exempt,

    Allowed,
    Refused,
}
