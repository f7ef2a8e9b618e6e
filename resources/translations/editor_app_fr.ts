<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AddSiteDialog</name>
    <message>
        <source>Folder of the website</source>
        <translation>Dossier du site web</translation>
    </message>
    <message>
        <source>Choose the folder that the website is written into.</source>
        <translation>Choisissez le dossier dans lequel le site est écrit.</translation>
    </message>
    <message>
        <source>Give the address at which readers will find the website.</source>
        <translation>Indiquez l’adresse à laquelle les lecteurs trouveront le site.</translation>
    </message>
    <message>
        <source>Add a website in a folder</source>
        <translation>Ajouter un site web dans un dossier</translation>
    </message>
    <message>
        <source>A complete news website is written into a folder of this computer. Upload the folder to any web server, or only look at it here.</source>
        <translation>Un site d’information complet est écrit dans un dossier de cet ordinateur. Déposez ce dossier sur n’importe quel serveur web, ou regardez-le simplement ici.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>Public &amp;address</source>
        <translation>&amp;Adresse publique</translation>
    </message>
    <message>
        <source>https://news.example</source>
        <translation>https://journal.example</translation>
    </message>
    <message>
        <source>Time &amp;zone of its readers</source>
        <translation>&amp;Fuseau horaire de ses lecteurs</translation>
    </message>
    <message>
        <source>&amp;Choose a folder…</source>
        <translation>&amp;Choisir un dossier…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Add the site</source>
        <translation>Ajouter le site</translation>
    </message>
</context>
<context>
    <name>ArticleCommands</name>
    <message>
        <source>Name this revision</source>
        <translation>Nommer cette révision</translation>
    </message>
    <message>
        <source>Everything is saved already. A name finds it again later:</source>
        <translation>Tout est déjà enregistré. Un nom permet de la retrouver&#xa0;:</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>Nommer</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Translate “%1” into:</source>
        <translation>Traduire «&#xa0;%1&#xa0;» en&#xa0;:</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Traduire</translation>
    </message>
    <message>
        <source>Language of the new article:</source>
        <translation>Langue du nouvel article&#xa0;:</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>This revision is called “%1”.</source>
        <translation>Cette révision s’appelle «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The article is in the archive.</source>
        <translation>L’article est archivé.</translation>
    </message>
</context>
<context>
    <name>ArticleIntake</name>
    <message>
        <source>Articles and pages (*.txt *.md *.markdown *.html *.htm);;All files (*)</source>
        <translation>Articles et pages (*.txt *.md *.markdown *.html *.htm);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importer un fichier</translation>
    </message>
    <message>
        <source>Opening the sample newsroom</source>
        <translation>Ouverture de la rédaction d’exemple</translation>
    </message>
    <message numerus="yes">
        <source>The sample newsroom is open: %n articles.</source>
        <translation>
            <numerusform>La rédaction d’exemple est ouverte&#xa0;: %n article.</numerusform>
            <numerusform>La rédaction d’exemple est ouverte&#xa0;: %n articles.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What was made until then is in the list.</source>
        <translation>Interrompu. Ce qui a été créé jusque-là est dans la liste.</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>Backup</source>
        <translation>Sauvegarde</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>Sauvegarder vers</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Sauvegarde en cours…</translation>
    </message>
    <message>
        <source>Backed up and checked: %1</source>
        <translation>Sauvegardé et vérifié&#xa0;: %1</translation>
    </message>
    <message>
        <source>Backup to restore</source>
        <translation>Sauvegarde à restaurer</translation>
    </message>
    <message>
        <source>Backups (*.zip)</source>
        <translation>Sauvegardes (*.zip)</translation>
    </message>
    <message>
        <source>Empty folder to restore it into</source>
        <translation>Dossier vide où la restaurer</translation>
    </message>
    <message>
        <source>The backup is restored into %1. Open it with: editor-app --profile %2</source>
        <translation>La sauvegarde est restaurée dans %1. Ouvrez-la avec&#xa0;: editor-app --profile %2</translation>
    </message>
</context>
<context>
    <name>CalendarDetails</name>
    <message>
        <source>Open the article</source>
        <translation>Ouvrir l’article</translation>
    </message>
    <message>
        <source>Reschedule…</source>
        <translation>Reprogrammer…</translation>
    </message>
    <message>
        <source>Publish now</source>
        <translation>Publier maintenant</translation>
    </message>
    <message>
        <source>Take back the schedule</source>
        <translation>Annuler la programmation</translation>
    </message>
    <message>
        <source>Choose something that is planned</source>
        <translation>Choisissez une publication prévue</translation>
    </message>
    <message>
        <source>The time passed while this computer could not publish. Nothing was sent.</source>
        <translation>L’heure est passée alors que cet ordinateur ne pouvait pas publier. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This computer must be on and this program open at that time.</source>
        <translation>Cet ordinateur doit être allumé et ce programme ouvert à cette heure-là.</translation>
    </message>
</context>
<context>
    <name>CalendarItem</name>
    <message>
        <source>seen on the site</source>
        <translation>vu sur le site</translation>
    </message>
    <message>
        <source>not seen on the site yet</source>
        <translation>pas encore vu sur le site</translation>
    </message>
</context>
<context>
    <name>CalendarPane</name>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Nothing planned in these weeks</source>
        <translation>Rien de prévu ces semaines-ci</translation>
    </message>
    <message>
        <source>Schedule an article from its inspector, or drag one here from the list.</source>
        <translation>Programmez un article depuis son inspecteur, ou faites-en glisser un depuis la liste.</translation>
    </message>
    <message>
        <source>Previous month (Page Up)</source>
        <translation>Mois précédent (Page haut)</translation>
    </message>
    <message>
        <source>Next month (Page Down)</source>
        <translation>Mois suivant (Page bas)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
</context>
<context>
    <name>ChecksPanel</name>
    <message>
        <source>Findings</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>The checks found nothing.</source>
        <translation>Les contrôles n’ont rien relevé.</translation>
    </message>
    <message>
        <source>Apply the safe corrections</source>
        <translation>Appliquer les corrections sûres</translation>
    </message>
    <message>
        <source>Stops publishing</source>
        <translation>Empêche la publication</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Conseil</translation>
    </message>
</context>
<context>
    <name>CommandBox</name>
    <message>
        <source>Type a command or words of a headline</source>
        <translation>Tapez une commande ou des mots d’un titre</translation>
    </message>
    <message>
        <source>Command or article</source>
        <translation>Commande ou article</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Ce qui correspond</translation>
    </message>
    <message>
        <source>Nothing fits. Press Esc to close.</source>
        <translation>Rien ne correspond. Échap pour fermer.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Newsroom</source>
        <translation>&amp;Rédaction</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>&amp;Article</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Affic&amp;hage</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>A&amp;ller</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;?</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Nouvel article</translation>
    </message>
    <message>
        <source>Paste a page…</source>
        <translation>Coller une page…</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Importer un fichier…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Go to articles</source>
        <translation>Aller aux articles</translation>
    </message>
    <message>
        <source>Go to translations</source>
        <translation>Aller aux traductions</translation>
    </message>
    <message>
        <source>Go to the calendar</source>
        <translation>Aller au calendrier</translation>
    </message>
    <message>
        <source>Go to comments</source>
        <translation>Aller aux commentaires</translation>
    </message>
    <message>
        <source>Go to the outbox</source>
        <translation>Aller à la boîte d’envoi</translation>
    </message>
    <message>
        <source>Open preferences</source>
        <translation>Ouvrir les préférences</translation>
    </message>
    <message>
        <source>Find a command or an article…</source>
        <translation>Trouver une commande ou un article…</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Afficher la liste</translation>
    </message>
    <message>
        <source>Show the inspector</source>
        <translation>Afficher l’inspecteur</translation>
    </message>
    <message>
        <source>Show the desks</source>
        <translation>Afficher les bureaux</translation>
    </message>
    <message>
        <source>Focus on the text</source>
        <translation>Se concentrer sur le texte</translation>
    </message>
    <message>
        <source>Show all shortcuts</source>
        <translation>Afficher tous les raccourcis</translation>
    </message>
    <message>
        <source>Send and receive now</source>
        <translation>Envoyer et recevoir maintenant</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>Cancel what waits</source>
        <translation>Annuler ce qui attend</translation>
    </message>
    <message>
        <source>Show what is done, too</source>
        <translation>Montrer aussi ce qui est fait</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>Aller à aujourd’hui</translation>
    </message>
    <message>
        <source>Go to the previous month</source>
        <translation>Aller au mois précédent</translation>
    </message>
    <message>
        <source>Go to the next month</source>
        <translation>Aller au mois suivant</translation>
    </message>
    <message>
        <source>Show the agenda or the month</source>
        <translation>Montrer l’agenda ou le mois</translation>
    </message>
    <message>
        <source>Choose another time…</source>
        <translation>Choisir une autre heure…</translation>
    </message>
    <message>
        <source>Move to the day before</source>
        <translation>Avancer d’un jour</translation>
    </message>
    <message>
        <source>Move to the day after</source>
        <translation>Reporter d’un jour</translation>
    </message>
    <message>
        <source>Confirm and go to the next segment</source>
        <translation>Confirmer et aller au segment suivant</translation>
    </message>
    <message>
        <source>Copy the source into the translation</source>
        <translation>Copier la source dans la traduction</translation>
    </message>
    <message>
        <source>Go to the next unfinished segment</source>
        <translation>Aller au prochain segment à finir</translation>
    </message>
    <message>
        <source>Go to the next segment</source>
        <translation>Aller au segment suivant</translation>
    </message>
    <message>
        <source>Go to the previous segment</source>
        <translation>Aller au segment précédent</translation>
    </message>
    <message>
        <source>Filter the segments</source>
        <translation>Filtrer les segments</translation>
    </message>
    <message>
        <source>Read the translation as a page</source>
        <translation>Lire la traduction comme une page</translation>
    </message>
    <message>
        <source>Refresh from the changed source</source>
        <translation>Reprendre la source modifiée</translation>
    </message>
    <message>
        <source>Claim or release the translation</source>
        <translation>Réserver ou libérer la traduction</translation>
    </message>
    <message>
        <source>Open the translation as an article</source>
        <translation>Ouvrir la traduction comme article</translation>
    </message>
    <message>
        <source>Insert placeholder 1</source>
        <translation>Insérer le repère 1</translation>
    </message>
    <message>
        <source>Insert placeholder 2</source>
        <translation>Insérer le repère 2</translation>
    </message>
    <message>
        <source>Insert placeholder 3</source>
        <translation>Insérer le repère 3</translation>
    </message>
    <message>
        <source>Insert placeholder 4</source>
        <translation>Insérer le repère 4</translation>
    </message>
    <message>
        <source>Insert placeholder 5</source>
        <translation>Insérer le repère 5</translation>
    </message>
    <message>
        <source>Insert placeholder 6</source>
        <translation>Insérer le repère 6</translation>
    </message>
    <message>
        <source>Insert placeholder 7</source>
        <translation>Insérer le repère 7</translation>
    </message>
    <message>
        <source>Insert placeholder 8</source>
        <translation>Insérer le repère 8</translation>
    </message>
    <message>
        <source>Insert placeholder 9</source>
        <translation>Insérer le repère 9</translation>
    </message>
    <message>
        <source>Name this revision…</source>
        <translation>Nommer cette révision…</translation>
    </message>
    <message>
        <source>Publish now…</source>
        <translation>Publier maintenant…</translation>
    </message>
    <message>
        <source>Schedule…</source>
        <translation>Programmer…</translation>
    </message>
    <message>
        <source>Translate into…</source>
        <translation>Traduire en…</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
    <message>
        <source>Bring back from the archive</source>
        <translation>Sortir des archives</translation>
    </message>
    <message>
        <source>New article in another language…</source>
        <translation>Nouvel article dans une autre langue…</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Gras</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Italique</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>Chercher des articles</translation>
    </message>
    <message>
        <source>Go to the text</source>
        <translation>Aller au texte</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Afficher les détails</translation>
    </message>
    <message>
        <source>Show the schedule</source>
        <translation>Afficher la programmation</translation>
    </message>
    <message>
        <source>Show the checks</source>
        <translation>Afficher les contrôles</translation>
    </message>
    <message>
        <source>Show the history</source>
        <translation>Afficher l’historique</translation>
    </message>
    <message>
        <source>Show the notes</source>
        <translation>Afficher les notes</translation>
    </message>
    <message>
        <source>Show the languages</source>
        <translation>Afficher les langues</translation>
    </message>
</context>
<context>
    <name>CommentModel</name>
    <message>
        <source>{author}, {state}, level {level}. {text}</source>
        <translation>{author}, {state}, niveau {level}. {text}</translation>
    </message>
</context>
<context>
    <name>CommentsDesk</name>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>No comments yet</source>
        <translation>Pas encore de commentaires</translation>
    </message>
    <message>
        <source>What readers write on your sites appears here after each sync.</source>
        <translation>Ce que les lecteurs écrivent sur vos sites apparaît ici après chaque synchronisation.</translation>
    </message>
    <message>
        <source>No connected site has comments</source>
        <translation>Aucun site connecté n’a de commentaires</translation>
    </message>
    <message>
        <source>The website on this computer is made without comments. When a site that has them is connected, its threads appear here.</source>
        <translation>Le site de cet ordinateur est fait sans commentaires. Quand un site qui en a est connecté, ses fils apparaissent ici.</translation>
    </message>
    <message>
        <source>See the sites</source>
        <translation>Voir les sites</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n mot</numerusform>
            <numerusform>%n mots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>%1 %2 (you)</source>
        <comment>time, place</comment>
        <translation>%1 %2 (vous)</translation>
    </message>
</context>
<context>
    <name>DayDelegate</name>
    <message>
        <source>+ %1 more</source>
        <translation>+ %1 de plus</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Confié à</translation>
    </message>
    <message>
        <source>Due (your time)</source>
        <translation>À rendre (à votre heure)</translation>
    </message>
    <message>
        <source>for example %1</source>
        <translation>par exemple %1</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Rubrique</translation>
    </message>
    <message>
        <source>Slugline (within the newsroom)</source>
        <translation>Nom interne du sujet</translation>
    </message>
    <message>
        <source>By, separated by commas</source>
        <translation>Auteurs, séparés par des virgules</translation>
    </message>
    <message>
        <source>Translated by</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>Mots-clés, séparés par des virgules</translation>
    </message>
    <message>
        <source>Address of the page (slug)</source>
        <translation>Adresse de la page (slug)</translation>
    </message>
    <message>
        <source>Description for searches</source>
        <translation>Description pour les moteurs</translation>
    </message>
    <message>
        <source>Correction note for readers</source>
        <translation>Rectificatif pour les lecteurs</translation>
    </message>
    <message>
        <source>Lead image</source>
        <translation>Image principale</translation>
    </message>
    <message>
        <source>What the image shows (alt text)</source>
        <translation>Ce que montre l’image (texte alternatif)</translation>
    </message>
    <message>
        <source>Without it, people who cannot see the image are told nothing.</source>
        <translation>Sans ce texte, qui ne voit pas l’image n’en saura rien.</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Crédit</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
</context>
<context>
    <name>DueWork</name>
    <message>
        <source>“%1” is on %2.</source>
        <translation>«&#xa0;%1&#xa0;» est sur %2.</translation>
    </message>
</context>
<context>
    <name>EditorPane</name>
    <message>
        <source>Headline</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Standfirst: what it is about, in a sentence</source>
        <translation>Chapeau&#xa0;: le sujet en une phrase</translation>
    </message>
    <message>
        <source>Standfirst</source>
        <translation>Chapeau</translation>
    </message>
    <message>
        <source>Write here. Everything is saved as you type.</source>
        <translation>Écrivez ici. Tout est enregistré au fil de la frappe.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
</context>
<context>
    <name>EmbargoControl</name>
    <message>
        <source>Under embargo until %1.</source>
        <translation>Sous embargo jusqu’au %1.</translation>
    </message>
    <message>
        <source>The embargo is lifted.</source>
        <translation>L’embargo est levé.</translation>
    </message>
</context>
<context>
    <name>EmbargoDialog</name>
    <message>
        <source>This time is past.</source>
        <translation>Ce moment est passé.</translation>
    </message>
    <message>
        <source>Embargo</source>
        <translation>Embargo</translation>
    </message>
    <message>
        <source>Until then no edition of this story is published, in any language.</source>
        <translation>Jusque-là, aucune édition de ce sujet ne paraît, dans aucune langue.</translation>
    </message>
    <message>
        <source>Embargo until</source>
        <translation>Embargo jusqu’au</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>The first time</source>
        <translation>La première fois</translation>
    </message>
    <message>
        <source>The second time</source>
        <translation>La seconde fois</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Set the embargo</source>
        <translation>Mettre sous embargo</translation>
    </message>
</context>
<context>
    <name>FailureBar</name>
    <message>
        <source>What the site said</source>
        <translation>Réponse du site</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>created</source>
        <translation>création</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>saisie</translation>
    </message>
    <message>
        <source>named</source>
        <translation>nommée</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importation</translation>
    </message>
    <message>
        <source>translated</source>
        <translation>traduction</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>correction</translation>
    </message>
    <message>
        <source>fetched from a site</source>
        <translation>reprise d’un site</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>fusion</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>restauration</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Revisions</source>
        <translation>Révisions</translation>
    </message>
    <message>
        <source>What has changed since</source>
        <translation>Ce qui a changé depuis</translation>
    </message>
    <message>
        <source>Choose a revision to see what has changed since.</source>
        <translation>Choisissez une révision pour voir ce qui a changé depuis.</translation>
    </message>
    <message>
        <source>Restore this revision</source>
        <translation>Restaurer cette révision</translation>
    </message>
    <message>
        <source>The text is the same as now.</source>
        <translation>Le texte est le même que maintenant.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>2026-12-01</source>
        <translation>2026-12-01</translation>
    </message>
    <message>
        <source>Read the page</source>
        <translation>Lire la page</translation>
    </message>
    <message>
        <source>Keep as an article</source>
        <translation>Garder comme article</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraphs kept</source>
        <translation>
            <numerusform>%n paragraphe gardé</numerusform>
            <numerusform>%n paragraphes gardés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces left out</source>
        <translation>
            <numerusform>%n élément écarté</numerusform>
            <numerusform>%n éléments écartés</numerusform>
        </translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>Utiliser «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>There is nothing here yet.</source>
        <translation>Il n’y a encore rien ici.</translation>
    </message>
    <message>
        <source>Say in which language the text is.</source>
        <translation>Indiquez la langue du texte.</translation>
    </message>
    <message>
        <source>Paste a page</source>
        <translation>Coller une page</translation>
    </message>
    <message>
        <source>Paste the text of a page here, or type its address:</source>
        <translation>Collez ici le texte d’une page, ou tapez son adresse&#xa0;:</translation>
    </message>
    <message>
        <source>Reading the page…</source>
        <translation>Lecture de la page…</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Published on</source>
        <translation>Publié le</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardé</translation>
    </message>
    <message>
        <source>Leave this paragraph out</source>
        <translation>Écarter ce paragraphe</translation>
    </message>
    <message>
        <source>Left out, and why</source>
        <translation>Écarté, et pourquoi</translation>
    </message>
    <message>
        <source>Bring this back into the text</source>
        <translation>Remettre dans le texte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>InspectorControl</name>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Programmation</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Maintenant&#xa0;: %1</translation>
    </message>
    <message>
        <source>The earlier revision is restored.</source>
        <translation>La révision précédente est restaurée.</translation>
    </message>
    <message>
        <source>The safe corrections are made.</source>
        <translation>Les corrections sûres sont faites.</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Idea</source>
        <translation>Idée</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>En relecture</translation>
    </message>
    <message>
        <source>To moderate</source>
        <translation>À modérer</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Validé</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Indésirable</translation>
    </message>
    <message>
        <source>In the bin</source>
        <translation>À la corbeille</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Programmé</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Ici seulement</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Draft on the site</source>
        <translation>Brouillon sur le site</translation>
    </message>
    <message>
        <source>Changed on the site</source>
        <translation>Modifié sur le site</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflit</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>À voir</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Manqué</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Source has changed</source>
        <translation>Source modifiée</translation>
    </message>
    <message>
        <source>Language not known</source>
        <translation>Langue inconnue</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>Ressemblant</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Relu</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>To redo</source>
        <translation>À refaire</translation>
    </message>
    <message>
        <source>Sending pictures</source>
        <translation>Envoi des images</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Checking the site</source>
        <translation>Vérification du site</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Nouvel essai</translation>
    </message>
    <message>
        <source>Reply lost</source>
        <translation>Réponse perdue</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
</context>
<context>
    <name>LanguageDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>LanguagesPanel</name>
    <message>
        <source>There is no other edition of this story yet.</source>
        <translation>Ce sujet n’a pas encore d’autre édition.</translation>
    </message>
    <message>
        <source>Editions in other languages</source>
        <translation>Éditions dans d’autres langues</translation>
    </message>
    <message>
        <source>Translate sentence by sentence</source>
        <translation>Traduire phrase par phrase</translation>
    </message>
    <message>
        <source>Translate into…</source>
        <translation>Traduire en…</translation>
    </message>
    <message>
        <source>Planned languages, as in fr, en, ar</source>
        <translation>Langues prévues, comme fr, en, ar</translation>
    </message>
    <message>
        <source>source of this translation</source>
        <translation>source de cette traduction</translation>
    </message>
</context>
<context>
    <name>LeadImageBox</name>
    <message>
        <source>Remove the lead image</source>
        <translation>Retirer l’image principale</translation>
    </message>
    <message>
        <source>Change the lead image…</source>
        <translation>Changer l’image principale…</translation>
    </message>
    <message>
        <source>Choose a lead image…</source>
        <translation>Choisir l’image principale…</translation>
    </message>
    <message>
        <source>Lead image without a description</source>
        <translation>Image principale sans description</translation>
    </message>
    <message>
        <source>The image cannot be shown.</source>
        <translation>L’image ne peut pas être affichée.</translation>
    </message>
</context>
<context>
    <name>LeadImageControl</name>
    <message>
        <source>Images (*.jpg *.jpeg *.png *.webp *.gif)</source>
        <translation>Images (*.jpg *.jpeg *.png *.webp *.gif)</translation>
    </message>
    <message>
        <source>Choose a lead image</source>
        <translation>Choisir l’image principale</translation>
    </message>
    <message>
        <source>The lead image is removed.</source>
        <translation>L’image principale est retirée.</translation>
    </message>
</context>
<context>
    <name>LibraryRow</name>
    <message>
        <source>due %1</source>
        <translation>pour le %1</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>Search articles</source>
        <translation>Chercher des articles</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filtrer la liste</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Toutes les langues</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>All stages</source>
        <translation>Toutes les étapes</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>Toutes les rubriques</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Rubrique</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivés</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Articles you write or import are listed here.</source>
        <translation>Les articles que vous écrivez ou importez apparaissent ici.</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Nouvel article</translation>
    </message>
    <message>
        <source>No article fits the search and the filters.</source>
        <translation>Aucun article ne correspond à la recherche et aux filtres.</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>Afficher tous les articles</translation>
    </message>
</context>
<context>
    <name>LiftEmbargoDialog</name>
    <message>
        <source>Under embargo until %1</source>
        <translation>Sous embargo jusqu’au %1</translation>
    </message>
    <message>
        <source>Lift the embargo</source>
        <translation>Lever l’embargo</translation>
    </message>
    <message>
        <source>Why may the story appear earlier? The answer stays in the log.</source>
        <translation>Pourquoi le sujet peut-il paraître plus tôt&#xa0;? La réponse reste dans le journal.</translation>
    </message>
    <message>
        <source>Keep the embargo</source>
        <translation>Garder l’embargo</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Built-in (%1)</source>
        <translation>Fournie (%1)</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aspect et langue</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Editor App</source>
        <translation>Editor App</translation>
    </message>
</context>
<context>
    <name>MissedDialog</name>
    <message>
        <source>Schedules that were missed</source>
        <translation>Publications manquées</translation>
    </message>
    <message>
        <source>This computer could not publish at the planned time. Nothing was sent.</source>
        <translation>Cet ordinateur n’a pas pu publier à l’heure prévue. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Décider plus tard</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>il y a %n jour</numerusform>
            <numerusform>il y a %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>il y a %n heure</numerusform>
            <numerusform>il y a %n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>il y a %n minute</numerusform>
            <numerusform>il y a %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish now</source>
        <translation>Publier maintenant</translation>
    </message>
    <message>
        <source>Reschedule…</source>
        <translation>Reprogrammer…</translation>
    </message>
    <message>
        <source>Leave unpublished</source>
        <translation>Ne pas publier</translation>
    </message>
</context>
<context>
    <name>MonthModel</name>
    <message>
        <source>nothing planned</source>
        <translation>rien de prévu</translation>
    </message>
</context>
<context>
    <name>MonthView</name>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>“%1” went out already and cannot be moved.</source>
        <translation>«&#xa0;%1&#xa0;» est déjà parti et ne peut plus être déplacé.</translation>
    </message>
    <message>
        <source>“%1” is no longer scheduled.</source>
        <translation>«&#xa0;%1&#xa0;» n’est plus programmé.</translation>
    </message>
    <message>
        <source>Moved to %1.</source>
        <translation>Déplacé au %1.</translation>
    </message>
    <message>
        <source>This newsroom has no site yet. Add one in Preferences.</source>
        <translation>Cette rédaction n’a pas encore de site. Ajoutez-en un dans les préférences.</translation>
    </message>
    <message>
        <source>On its way to the site.</source>
        <translation>En route vers le site.</translation>
    </message>
    <message>
        <source>Scheduled for %1.</source>
        <translation>Programmé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>“%1” is on its way to the site.</source>
        <translation>«&#xa0;%1&#xa0;» est en route vers le site.</translation>
    </message>
    <message>
        <source>It stays unpublished.</source>
        <translation>L’article reste non publié.</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Notes for colleagues. Readers never see them.</source>
        <translation>Notes pour les collègues. Les lecteurs ne les voient jamais.</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nouvelle note</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Ajouter la note</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Marquer comme fait</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Rouvrir</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Take off the site</source>
        <translation>Retirer du site</translation>
    </message>
    <message>
        <source>Save as a draft there</source>
        <translation>Y enregistrer un brouillon</translation>
    </message>
    <message>
        <source>Moderate a comment</source>
        <translation>Modérer un commentaire</translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>prochain essai %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>prévu %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
</context>
<context>
    <name>OutboxDesk</name>
    <message>
        <source>Outbox</source>
        <translation>Envois</translation>
    </message>
    <message>
        <source>Show what is done, too</source>
        <translation>Montrer aussi ce qui est fait</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Rien n’attend</translation>
    </message>
    <message>
        <source>What you publish passes through here on its way to a site. Offline it waits; nothing is lost.</source>
        <translation>Ce que vous publiez passe par ici avant d’atteindre un site. Hors ligne, cela attend&#x202f;; rien n’est perdu.</translation>
    </message>
    <message>
        <source>“%1” is tried again now.</source>
        <translation>Nouvel essai pour «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” is not sent. The text stays here and can be published again.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas envoyé. Le texte reste ici et peut être publié de nouveau.</translation>
    </message>
</context>
<context>
    <name>OutboxDetails</name>
    <message>
        <source>What the site said</source>
        <translation>Réponse du site</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Open the article</source>
        <translation>Ouvrir l’article</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Rien de choisi</translation>
    </message>
    <message>
        <source>In the outbox since %1</source>
        <translation>En attente d’envoi depuis %1</translation>
    </message>
    <message>
        <source>Attempts: %1</source>
        <translation>Essais&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>The translation as a page</source>
        <translation>La traduction comme page</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>You and your newsroom</source>
        <translation>Vous et votre rédaction</translation>
    </message>
</context>
<context>
    <name>PlanningDesk</name>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
</context>
<context>
    <name>PreferencesBackup</name>
    <message>
        <source>Backup</source>
        <translation>Sauvegarde</translation>
    </message>
    <message>
        <source>A backup holds every article with its whole history, pictures and settings in one file. Passwords are never in it.</source>
        <translation>Une sauvegarde contient chaque article avec tout son historique, les images et les réglages, dans un seul fichier. Les mots de passe n’y sont jamais.</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>Sauvegarder maintenant…</translation>
    </message>
    <message>
        <source>A backup is restored into an empty folder. The newsroom that is open stays as it is.</source>
        <translation>Une sauvegarde se restaure dans un dossier vide. La rédaction ouverte reste comme elle est.</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Restaurer une sauvegarde…</translation>
    </message>
</context>
<context>
    <name>PreferencesDesk</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
</context>
<context>
    <name>PreferencesLook</name>
    <message>
        <source>Look and language</source>
        <translation>Aspect et langue</translation>
    </message>
    <message>
        <source>&amp;Language of the window</source>
        <translation>&amp;Langue de la fenêtre</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>&amp;Font of the text</source>
        <translation>&amp;Police du texte</translation>
    </message>
    <message>
        <source>&amp;Size of the text</source>
        <translation>Ta&amp;ille du texte</translation>
    </message>
    <message>
        <source> pt</source>
        <translation>&#xa0;pt</translation>
    </message>
    <message>
        <source>&amp;Width of the page</source>
        <translation>La&amp;rgeur de la page</translation>
    </message>
    <message>
        <source> characters</source>
        <translation>&#xa0;caractères</translation>
    </message>
    <message>
        <source>The language changes when the window is opened again.</source>
        <translation>La langue change quand la fenêtre est rouverte.</translation>
    </message>
    <message>
        <source>The harbour was quiet when the first boats came in, and nobody on the quay said a word.</source>
        <translation>Le port était calme quand les premiers bateaux rentrèrent, et personne sur le quai ne dit un mot.</translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message>
        <source>Changed and saved.</source>
        <translation>Modifié et enregistré.</translation>
    </message>
</context>
<context>
    <name>PreferencesPerson</name>
    <message>
        <source>You and your newsroom</source>
        <translation>Vous et votre rédaction</translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation>&amp;Votre nom</translation>
    </message>
    <message>
        <source>Your time &amp;zone</source>
        <translation>Votre &amp;fuseau horaire</translation>
    </message>
    <message>
        <source>&amp;Newsroom</source>
        <translation>&amp;Rédaction</translation>
    </message>
    <message>
        <source>New articles are &amp;written in</source>
        <translation>Les &amp;nouveaux articles sont écrits en</translation>
    </message>
    <message>
        <source>Your name stands in the history of each article. Times are shown on the clock of your zone.</source>
        <translation>Votre nom figure dans l’historique de chaque article. Les heures sont celles de votre fuseau.</translation>
    </message>
</context>
<context>
    <name>PreferencesShortcuts</name>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Trouver une commande</translation>
    </message>
    <message>
        <source>&amp;New shortcut</source>
        <translation>&amp;Nouveau raccourci</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>L’utiliser</translation>
    </message>
    <message>
        <source>No shortcut</source>
        <translation>Aucun raccourci</translation>
    </message>
    <message>
        <source>The built-in one</source>
        <translation>Celui d’origine</translation>
    </message>
</context>
<context>
    <name>PreferencesSites</name>
    <message>
        <source>Sites</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>Add a website in a folder…</source>
        <translation>Ajouter un site web dans un dossier…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Show in the browser</source>
        <translation>Voir dans le navigateur</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Publish now</source>
        <translation>Publier maintenant</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Programmation</translation>
    </message>
    <message>
        <source>Schedule for %1 %2</source>
        <comment>time, place</comment>
        <translation>Programmer pour %1 %2</translation>
    </message>
    <message>
        <source>Under embargo until %1: choose a later time.</source>
        <translation>Sous embargo jusqu’au %1&#xa0;: choisissez une heure plus tardive.</translation>
    </message>
    <message>
        <source>The embargo ends before: %1.</source>
        <translation>L’embargo finit avant&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Le</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>The first time</source>
        <translation>La première fois</translation>
    </message>
    <message>
        <source>The second time</source>
        <translation>La seconde fois</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>PublishingControl</name>
    <message>
        <source>On its way to the site.</source>
        <translation>En route vers le site.</translation>
    </message>
    <message>
        <source>Scheduled for %1.</source>
        <translation>Programmé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The schedule is taken back.</source>
        <translation>La programmation est annulée.</translation>
    </message>
    <message>
        <source>Take “%1” off %2? Readers will no longer find it there.</source>
        <translation>Retirer «&#xa0;%1&#xa0;» de %2&#xa0;? Les lecteurs ne l’y trouveront plus.</translation>
    </message>
    <message>
        <source>Keep it there</source>
        <translation>Le laisser</translation>
    </message>
    <message>
        <source>Unpublish</source>
        <translation>Dépublier</translation>
    </message>
</context>
<context>
    <name>QuietBar</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Desks</source>
        <translation>Bureaux</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>things at a desk</comment>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>read as the date</source>
        <translation>lu comme la date</translation>
    </message>
    <message>
        <source>share button</source>
        <translation>bouton de partage</translation>
    </message>
    <message>
        <source>number of comments</source>
        <translation>nombre de commentaires</translation>
    </message>
    <message>
        <source>comment form</source>
        <translation>formulaire de commentaire</translation>
    </message>
    <message>
        <source>readers’ comments</source>
        <translation>commentaires des lecteurs</translation>
    </message>
    <message>
        <source>message of a form</source>
        <translation>message d’un formulaire</translation>
    </message>
    <message>
        <source>another story</source>
        <translation>autre article</translation>
    </message>
    <message>
        <source>message of an empty list</source>
        <translation>message d’une liste vide</translation>
    </message>
    <message>
        <source>loading message</source>
        <translation>message de chargement</translation>
    </message>
    <message>
        <source>navigation</source>
        <translation>navigation</translation>
    </message>
    <message>
        <source>invisible to readers</source>
        <translation>invisible pour les lecteurs</translation>
    </message>
    <message>
        <source>data without a field here</source>
        <translation>donnée sans champ ici</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>répétition</translation>
    </message>
    <message>
        <source>not part of the article</source>
        <translation>ne fait pas partie de l’article</translation>
    </message>
    <message>
        <source>you left it out</source>
        <translation>écarté par vous</translation>
    </message>
</context>
<context>
    <name>SaveTrouble</name>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>Some text could not be saved. It is lost if you close now.</source>
        <translation>Une partie du texte n’a pas pu être enregistrée. Elle est perdue si vous fermez maintenant.</translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation>Garder la fenêtre ouverte</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Fermer et la perdre</translation>
    </message>
</context>
<context>
    <name>SaveTroubleBar</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Save a copy as…</source>
        <translation>Enregistrer une copie sous…</translation>
    </message>
    <message>
        <source>Not saved: %1 Your text is still here.</source>
        <translation>Non enregistré&#xa0;: %1 Votre texte est toujours là.</translation>
    </message>
</context>
<context>
    <name>SchedulePanel</name>
    <message>
        <source>An idea cannot be published. Make it a draft first.</source>
        <translation>Une idée ne se publie pas. Faites-en d’abord un brouillon.</translation>
    </message>
    <message>
        <source>Embargo</source>
        <translation>Embargo</translation>
    </message>
    <message>
        <source>Change the embargo…</source>
        <translation>Modifier l’embargo…</translation>
    </message>
    <message>
        <source>Set an embargo…</source>
        <translation>Mettre sous embargo…</translation>
    </message>
    <message>
        <source>Lift the embargo…</source>
        <translation>Lever l’embargo…</translation>
    </message>
    <message>
        <source>None: the story may appear at any time.</source>
        <translation>Aucun&#xa0;: le sujet peut paraître à tout moment.</translation>
    </message>
    <message>
        <source>Embargo lifted: %1</source>
        <translation>Embargo levé&#xa0;: %1</translation>
    </message>
    <message>
        <source>The embargo ended: %1</source>
        <translation>L’embargo a pris fin&#xa0;: %1</translation>
    </message>
    <message>
        <source>Under embargo until %1</source>
        <translation>Sous embargo jusqu’au %1</translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>Encore %n jour</numerusform>
            <numerusform>Encore %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours left</source>
        <translation>
            <numerusform>Encore %n heure</numerusform>
            <numerusform>Encore %n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than an hour left</source>
        <translation>Moins d’une heure restante</translation>
    </message>
    <message>
        <source>This computer must be on at that time.</source>
        <translation>Cet ordinateur devra être allumé à cette heure.</translation>
    </message>
    <message>
        <source>Edited since you confirmed: what goes out is the confirmed text.</source>
        <translation>Modifié depuis votre confirmation&#xa0;: c’est le texte confirmé qui part.</translation>
    </message>
    <message>
        <source>Reschedule…</source>
        <translation>Reprogrammer…</translation>
    </message>
    <message>
        <source>Schedule changes…</source>
        <translation>Programmer les modifications…</translation>
    </message>
    <message>
        <source>Schedule…</source>
        <translation>Programmer…</translation>
    </message>
    <message>
        <source>Publish changes now…</source>
        <translation>Publier les modifications…</translation>
    </message>
    <message>
        <source>Publish now…</source>
        <translation>Publier maintenant…</translation>
    </message>
    <message>
        <source>Unschedule</source>
        <translation>Déprogrammer</translation>
    </message>
    <message>
        <source>Unpublish…</source>
        <translation>Dépublier…</translation>
    </message>
    <message>
        <source>Open on the site</source>
        <translation>Voir sur le site</translation>
    </message>
</context>
<context>
    <name>SegmentCard</name>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Confirm and go to the next (Ctrl+Return)</source>
        <translation>Confirmer et aller au suivant (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Manque&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 %2 of %3, %4</source>
        <translation>%1 %2 sur %3, %4</translation>
    </message>
    <message>
        <source>What changed in the source:</source>
        <translation>Ce qui a changé dans la source&#xa0;:</translation>
    </message>
    <message>
        <source>Insert placeholder %1</source>
        <translation>Insérer le repère %1</translation>
    </message>
    <message>
        <source>Insert placeholder %1 (Ctrl+Alt+%1)</source>
        <translation>Insérer le repère %1 (Ctrl+Alt+%1)</translation>
    </message>
</context>
<context>
    <name>SegmentCommands</name>
    <message>
        <source>Every segment shown is finished.</source>
        <translation>Tous les segments affichés sont finis.</translation>
    </message>
    <message numerus="yes">
        <source>Refreshed: %n segment(s) to redo.</source>
        <translation>
            <numerusform>Source reprise&#xa0;: %n segment à refaire.</numerusform>
            <numerusform>Source reprise&#xa0;: %n segments à refaire.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SegmentKind</name>
    <message>
        <source>Headline</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Standfirst</source>
        <translation>Chapeau</translation>
    </message>
    <message>
        <source>Search description</source>
        <translation>Description pour la recherche</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Image description</source>
        <translation>Description de l’image</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Mot-clé</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Intertitre</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>Paragraphe</translation>
    </message>
    <message>
        <source>List item</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Citation</translation>
    </message>
    <message>
        <source>Table cell</source>
        <translation>Cellule</translation>
    </message>
</context>
<context>
    <name>SegmentModel</name>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>{kind} {number} of {total}, {state}. {source}. {target}</source>
        <translation>{kind} {number} sur {total}, {state}. {source}. {target}</translation>
    </message>
    <message>
        <source>Not translated yet</source>
        <translation>Pas encore traduit</translation>
    </message>
</context>
<context>
    <name>SegmentTable</name>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
</context>
<context>
    <name>ShortcutModel</name>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Raccourci</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Trouver une commande</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Find a command</source>
        <translation>Trouver une commande</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>%1 is taken by “%2”. Choose other keys, or free it there first.</source>
        <translation>%1 sert déjà à «&#xa0;%2&#xa0;». Choisissez d’autres touches, ou libérez-les d’abord.</translation>
    </message>
    <message>
        <source>The shortcut of “%1” is changed.</source>
        <translation>Le raccourci de «&#xa0;%1&#xa0;» est modifié.</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>The chosen day</source>
        <translation>Le jour choisi</translation>
    </message>
    <message>
        <source>Nothing planned on this day.</source>
        <translation>Rien de prévu ce jour-là.</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Sans date</translation>
    </message>
    <message>
        <source>Without a date (%1)</source>
        <translation>Sans date (%1)</translation>
    </message>
    <message>
        <source>Everything has a date</source>
        <translation>Tout a une date</translation>
    </message>
</context>
<context>
    <name>SitesPage</name>
    <message>
        <source>Sites</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>“%1” is ready to publish to.</source>
        <translation>On peut publier sur «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” answers.</source>
        <translation>«&#xa0;%1&#xa0;» répond.</translation>
    </message>
    <message>
        <source>Remove “%1” from this newsroom? Every article stays here, and what is published stays on the site; only the connection is forgotten.</source>
        <translation>Retirer «&#xa0;%1&#xa0;» de cette rédaction&#x202f;? Chaque article reste ici, et ce qui est publié reste sur le site&#x202f;; seule la connexion est oubliée.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Remove the site</source>
        <translation>Retirer le site</translation>
    </message>
    <message>
        <source>“%1” is removed. Its articles are all here.</source>
        <translation>«&#xa0;%1&#xa0;» est retiré. Ses articles sont tous ici.</translation>
    </message>
</context>
<context>
    <name>StaleDialog</name>
    <message>
        <source>Changed elsewhere</source>
        <translation>Modifié ailleurs</translation>
    </message>
    <message>
        <source>This article was changed elsewhere while you were writing. Choose which text goes on; the other one stays in the history.</source>
        <translation>Cet article a été modifié ailleurs pendant que vous écriviez. Choisissez le texte qui continue&#xa0;; l’autre reste dans l’historique.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Le vôtre</translation>
    </message>
    <message>
        <source>From elsewhere</source>
        <translation>Venu d’ailleurs</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder le mien</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Prendre l’autre</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>things in the outbox</comment>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message numerus="yes">
        <source>%n min read</source>
        <translation>
            <numerusform>%n min de lecture</numerusform>
            <numerusform>%n min de lecture</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Enregistré à %1</translation>
    </message>
</context>
<context>
    <name>TimeFields</name>
    <message>
        <source>Clocks go forward then: this time does not exist there.</source>
        <translation>Les horloges avancent à ce moment&#xa0;: cette heure n’existe pas à cet endroit.</translation>
    </message>
    <message>
        <source>Clocks go back then: this time happens twice. Which do you mean?</source>
        <translation>Les horloges reculent à ce moment&#xa0;: cette heure arrive deux fois. Laquelle voulez-vous&#xa0;?</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Prendre %1</translation>
    </message>
</context>
<context>
    <name>TranslatingDesk</name>
    <message>
        <source>Translations</source>
        <translation>Traductions</translation>
    </message>
    <message>
        <source>{done} of {total} words</source>
        <translation>{done} mots sur {total}</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Pas encore enregistré</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Enregistré à %1</translation>
    </message>
    <message>
        <source>A copy is saved as %1.</source>
        <translation>Une copie est enregistrée sous %1.</translation>
    </message>
</context>
<context>
    <name>TranslationDelegate</name>
    <message>
        <source>{done} of {total} words</source>
        <translation>{done} mots sur {total}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
</context>
<context>
    <name>TranslationList</name>
    <message>
        <source>Translations</source>
        <translation>Traductions</translation>
    </message>
    <message>
        <source>No translations yet</source>
        <translation>Pas encore de traductions</translation>
    </message>
    <message>
        <source>Give a story its planned languages in the inspector of an article. What is missing appears here.</source>
        <translation>Indiquez les langues prévues d’un sujet dans l’inspecteur d’un article. Ce qui manque apparaît ici.</translation>
    </message>
    <message>
        <source>Go to articles</source>
        <translation>Aller aux articles</translation>
    </message>
</context>
<context>
    <name>TranslationListModel</name>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquantes</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>{headline}: missing in {language}. Press Return to start.</source>
        <translation>{headline}&#xa0;: manque en {language}. Entrée pour commencer.</translation>
    </message>
    <message>
        <source>{headline}: {source} to {target}, {state}, {done} of {total} segments</source>
        <translation>{headline}&#xa0;: {source} vers {target}, {state}, {done} segments sur {total}</translation>
    </message>
</context>
<context>
    <name>TrayDelegate</name>
    <message>
        <source>due %1</source>
        <translation>pour le %1</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>The newsroom could not be opened</source>
        <translation>La rédaction n’a pas pu être ouverte</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Nothing was changed. Install the newer Editor App to open it.</source>
        <translation>Rien n’a été modifié. Installez la version récente d’Editor App pour l’ouvrir.</translation>
    </message>
    <message>
        <source>Nothing was changed. Copies of the newsroom lie in its folder “backups”: put the newest one in the place of newsroom.db.</source>
        <translation>Rien n’a été modifié. Des copies de la rédaction se trouvent dans son dossier «&#xa0;backups&#xa0;»&#xa0;: mettez la plus récente à la place de newsroom.db.</translation>
    </message>
    <message>
        <source>Close the other window or command that uses it, then try again.</source>
        <translation>Fermez l’autre fenêtre ou commande qui l’utilise, puis réessayez.</translation>
    </message>
    <message>
        <source>Make the folder writable or free some space, then try again.</source>
        <translation>Rendez le dossier accessible en écriture ou libérez de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>Nothing was changed. The details are in the log.</source>
        <translation>Rien n’a été modifié. Les détails sont dans le journal.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Your newsroom is empty</source>
        <translation>Votre rédaction est vide</translation>
    </message>
    <message>
        <source>Everything you write stays on this computer until you publish it.</source>
        <translation>Tout ce que vous écrivez reste sur cet ordinateur jusqu’à sa publication.</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Nouvel article</translation>
    </message>
    <message>
        <source>Start with an empty page.</source>
        <translation>Commencer par une page vide.</translation>
    </message>
    <message>
        <source>Paste a page</source>
        <translation>Coller une page</translation>
    </message>
    <message>
        <source>Take the article out of a copied news page; see what is left out.</source>
        <translation>Extraire l’article d’une page copiée et voir ce qui est écarté.</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importer un fichier</translation>
    </message>
    <message>
        <source>Text, Markdown or a saved web page.</source>
        <translation>Texte, Markdown ou page web enregistrée.</translation>
    </message>
    <message>
        <source>Open the sample newsroom</source>
        <translation>Ouvrir la rédaction d’exemple</translation>
    </message>
    <message>
        <source>Twelve stories in three languages to try everything with.</source>
        <translation>Douze sujets en trois langues pour tout essayer.</translation>
    </message>
</context>
<context>
    <name>WindowFrame</name>
    <message>
        <source>Editor App</source>
        <translation>Editor App</translation>
    </message>
    <message>
        <source>Opening the newsroom…</source>
        <translation>Ouverture de la rédaction…</translation>
    </message>
</context>
<context>
    <name>WorkHeader</name>
    <message>
        <source>Claimed by you</source>
        <translation>Réservée par vous</translation>
    </message>
    <message>
        <source>Claimed by %1</source>
        <translation>Réservée par %1</translation>
    </message>
    <message>
        <source>Nobody has claimed it</source>
        <translation>Personne ne l’a réservée</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Libérer</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Réserver</translation>
    </message>
    <message>
        <source>Back to the segments</source>
        <translation>Revenir aux segments</translation>
    </message>
    <message>
        <source>Read as a page</source>
        <translation>Lire comme une page</translation>
    </message>
    <message>
        <source>{done} of {total} words confirmed</source>
        <translation>{done} mots confirmés sur {total}</translation>
    </message>
    <message>
        <source>{done} of {total} segments</source>
        <translation>{done} segments sur {total}</translation>
    </message>
    <message>
        <source>The source has changed since this translation was made.</source>
        <translation>La source a changé depuis que cette traduction a été faite.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Reprendre</translation>
    </message>
    <message numerus="yes">
        <source>The source has changed: %n segment(s) to redo.</source>
        <translation>
            <numerusform>La source a changé&#xa0;: %n segment à refaire.</numerusform>
            <numerusform>La source a changé&#xa0;: %n segments à refaire.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Les montrer</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Which segments</source>
        <translation>Quels segments</translation>
    </message>
    <message>
        <source>All segments</source>
        <translation>Tous les segments</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>À finir</translation>
    </message>
    <message>
        <source>To redo</source>
        <translation>À refaire</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmés</translation>
    </message>
    <message>
        <source>Words in source or translation</source>
        <translation>Mots de la source ou de la traduction</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>Filtrer par mots</translation>
    </message>
</context>
<context>
    <name>WorkPane</name>
    <message>
        <source>No segment matches</source>
        <translation>Aucun segment ne correspond</translation>
    </message>
    <message>
        <source>Nothing here has these words or this state.</source>
        <translation>Rien ici n’a ces mots ou cet état.</translation>
    </message>
    <message>
        <source>Show all segments</source>
        <translation>Montrer tous les segments</translation>
    </message>
    <message>
        <source>Choose a translation</source>
        <translation>Choisissez une traduction</translation>
    </message>
    <message>
        <source>Its source and its text appear here side by side, sentence by sentence.</source>
        <translation>Sa source et son texte apparaissent ici côte à côte, phrase par phrase.</translation>
    </message>
    <message>
        <source>This story is planned in %1 and has no text in that language yet.</source>
        <translation>Ce sujet est prévu en %1 et n’a pas encore de texte dans cette langue.</translation>
    </message>
    <message>
        <source>Start the translation</source>
        <translation>Commencer la traduction</translation>
    </message>
    <message>
        <source>An empty segment cannot be confirmed. Type its translation.</source>
        <translation>Un segment vide ne peut pas être confirmé. Tapez sa traduction.</translation>
    </message>
    <message>
        <source>The source of this segment has no placeholder %1.</source>
        <translation>La source de ce segment n’a pas de repère %1.</translation>
    </message>
</context>
<context>
    <name>WritingDesk</name>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Choose an article in the list, or press %1 for a new one.</source>
        <translation>Choisissez un article dans la liste, ou %1 pour en créer un.</translation>
    </message>
    <message>
        <source>A copy is in %1.</source>
        <translation>Une copie est dans %1.</translation>
    </message>
    <message>
        <source>%1 million characters are too many for one article: nothing was pasted.</source>
        <translation>%1 millions de caractères, c’est trop pour un article&#xa0;: rien n’a été collé.</translation>
    </message>
</context>
</TS>
