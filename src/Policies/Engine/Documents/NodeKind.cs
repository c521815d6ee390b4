namespace Gates.Policies.Engine.Documents;

internal enum NodeKind
{
    Map,
    Sequence,
    Scalar,
}
