namespace Gates.Runner.Commands.Publish.Approvals;

/// <summary>What a review says, as GitHub names it.</summary>
internal enum ReviewState
{
    Commented,
    Approved,
    ChangesRequested,
    Dismissed,
    Pending,
}
