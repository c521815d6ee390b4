namespace Gates.Policies.Engine.Documents;

internal enum ObjectKind
{
    Map,
    Sequence,
    Scalar,
}
