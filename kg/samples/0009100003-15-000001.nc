<SUBMISSION>
<ACCESSION-NUMBER>0009100003-15-000001
<TYPE>D
<PUBLIC-DOCUMENT-COUNT>1
<ITEMS>06b
<FILING-DATE>20150512
<DATE-OF-FILING-DATE-CHANGE>20150512
<FILER>
<COMPANY-DATA>
<CONFORMED-NAME>PENHALE GENE THERAPIES INC
<CIK>0009100003
<ASSIGNED-SIC>2836
<IRS-NUMBER>472100339
<STATE-OF-INCORPORATION>DE
<FISCAL-YEAR-END>1231
</COMPANY-DATA>
<FILING-VALUES>
<FORM-TYPE>D
<ACT>33
<FILE-NUMBER>021-240001
<FILM-NUMBER>15850001
</FILING-VALUES>
<BUSINESS-ADDRESS>
<STREET1>88 FARRIER WAY, SUITE 300
<CITY>DURHAM
<STATE>NC
<ZIP>27701
<PHONE>919-555-0133
</BUSINESS-ADDRESS>
</FILER>
<DOCUMENT>
<TYPE>D
<SEQUENCE>1
<FILENAME>primary_doc.xml
<TEXT>
<XML>
<?xml version="1.0"?>
<edgarSubmission>
  <schemaVersion>X0707</schemaVersion>
  <submissionType>D</submissionType>
  <testOrLive>LIVE</testOrLive>
  <primaryIssuer>
    <cik>0009100003</cik>
    <entityName>Penhale Gene Therapies Inc</entityName>
    <jurisdictionOfInc>DELAWARE</jurisdictionOfInc>
    <issuerPreviousNameList><previousName>Penhale Vectors LLC</previousName></issuerPreviousNameList>
    <entityType>Corporation</entityType>
  </primaryIssuer>
  <relatedPersonsList>
    <relatedPersonInfo>
      <relatedPersonName><firstName>Tobias</firstName><middleName>J.</middleName><lastName>Wren</lastName></relatedPersonName>
      <relatedPersonRelationshipList><relationship>Executive Officer</relationship><relationship>Director</relationship></relatedPersonRelationshipList>
      <relationshipClarification>Chief Executive Officer</relationshipClarification>
    </relatedPersonInfo>
    <relatedPersonInfo>
      <relatedPersonName><firstName>Amara</firstName><lastName>Osei</lastName></relatedPersonName>
      <relatedPersonRelationshipList><relationship>Director</relationship></relatedPersonRelationshipList>
      <relationshipClarification></relationshipClarification>
    </relatedPersonInfo>
  </relatedPersonsList>
</edgarSubmission>
</XML>
</TEXT>
</DOCUMENT>
</SUBMISSION>
